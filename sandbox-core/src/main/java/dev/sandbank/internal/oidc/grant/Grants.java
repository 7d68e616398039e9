package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists the grant types that a dialect can offer, and what they declare together. */
public final class Grants {

    private static final List<GrantType> ALL =
            List.of(AuthorizationCode.TYPE, ClientCredentials.TYPE, RefreshToken.TYPE);

    private static final Map<String, Boolean> SECRECY = secrets();

    private Grants() {}

    /** The grant types with these names. */
    public static List<GrantType> offered(Collection<String> names) {
        return ALL.stream().filter(type -> names.contains(type.name())).toList();
    }

    /** The parameters of all grants that must not be in the query of a request. */
    public static List<String> formOnly() {
        return ALL.stream()
                .flatMap(type -> type.request().stream())
                .filter(Parameter::formOnly)
                .map(Parameter::name)
                .distinct()
                .toList();
    }

    /** The members that a token reply can have: those of the grants, and the lifetime of the refresh token. */
    public static List<String> replyMembers() {
        return Stream.concat(
                        ALL.stream().flatMap(type -> type.reply().stream()).map(Parameter::name),
                        Stream.of(TokenEndpoint.REFRESH_EXPIRES_IN))
                .distinct()
                .toList();
    }

    /** Every parameter and member, and whether it is secret: it is, if any grant says so. */
    public static Map<String, Boolean> secrecy() {
        return SECRECY;
    }

    private static Map<String, Boolean> secrets() {
        Map<String, Boolean> secrets = new HashMap<>();
        ALL.stream()
                .flatMap(type -> Stream.concat(type.request().stream(), type.reply().stream()))
                .forEach(parameter -> secrets.merge(parameter.name(), parameter.secret(), Boolean::logicalOr));
        return Map.copyOf(secrets);
    }
}
