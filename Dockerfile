# sandbank.jar on a Java of your choice, or on one of its own. First: mvn -DskipTests package
#
#   docker build -t sandbank .
#   docker build -t sandbank --build-arg JAVA=own --build-arg BASE=debian:bookworm-slim .
#
# The second has a Java with what the jar needs and nothing else; its BASE needs no Java, but the C library of the JDK.
# Options are SANDBANK_* variables: docs/reference/serve.md.

ARG BASE=eclipse-temurin:17-jre
ARG JDK=eclipse-temurin:17-jdk
ARG JAVA=installed

FROM ${JDK} AS jdk
RUN jlink --add-modules java.base,java.management,java.naming,java.net.http,java.sql,jdk.crypto.ec,jdk.unsupported \
        --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --output /opt/java \
    && /opt/java/bin/java -Xshare:dump

FROM ${BASE} AS own
COPY --from=jdk /opt/java /opt/java
ENV PATH=/opt/java/bin:$PATH

FROM ${BASE} AS installed

FROM ${JAVA}
COPY sandbox-core/target/sandbank.jar /sandbank.jar
ENV SANDBANK_HOST=0.0.0.0
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=6s --start-period=30s \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-jar", "/sandbank.jar", "health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-jar", "/sandbank.jar"]
CMD ["serve"]
