plugins {
    java
}

repositories {
    mavenLocal() // until there is a release
    mavenCentral()
}

dependencies {
    testImplementation("dev.sandbank:sandbox-junit-extension:0.1.0-SNAPSHOT")
    testImplementation("org.assertj:assertj-core:3.27.7")
    testImplementation(platform("org.junit:junit-bom:5.14.4"))
    testImplementation("org.junit.jupiter:junit-jupiter")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

tasks.test {
    useJUnitPlatform()
}
