package dev.sandbank.internal.init;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of members in errors mean, in the form of {@link Words#plain}, and plausible facts of a refusal. */
final class ErrorMembers {

    static final Set<String> MESSAGES = Set.of(
            "message",
            "detail",
            "details",
            "description",
            "errordescription",
            "errormessage",
            "msg",
            "text",
            "developermessage",
            "usermessage",
            "displaymessage",
            "reason",
            "errortext",
            "error");
    static final Set<String> CODES = Set.of("code", "errorcode", "errortype", "key", "type", "error", "name");
    static final Set<String> STATUSES = Set.of("status", "statuscode", "httpstatus", "httpstatuscode", "httpcode");
    static final Set<String> PATHS = Set.of("path", "instance", "url", "requesturl");
    static final Set<String> IDS =
            Set.of("requestid", "traceid", "correlationid", "xrequestid", "errorid", "incidentid", "occurrenceid");
    static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-].*)");
    static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    static final Set<String> TITLES =
            Set.of("title", "statustext", "statusphrase", "httpstatustext", "reasonphrase", "httpmessage");

    /** Names of members that tell a fact which only some refusals have. */
    static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("entity", "entity"),
            Map.entry("entitytype", "entity"),
            Map.entry("resourcetype", "entity"),
            Map.entry("property", "property"),
            Map.entry("propertyname", "property"),
            Map.entry("field", "property"),
            Map.entry("fieldname", "property"),
            Map.entry("param", "property"),
            Map.entry("parameter", "property"),
            Map.entry("parametername", "property"),
            Map.entry("attribute", "property"),
            Map.entry("pointer", "pointer"),
            Map.entry("rule", "rule"),
            Map.entry("constraint", "rule"),
            Map.entry("context", "context"),
            Map.entry("required", "required"),
            Map.entry("requiredscopes", "required"),
            Map.entry("schemescopes", "required"),
            Map.entry("missingscopes", "required"),
            Map.entry("held", "held"),
            Map.entry("heldscopes", "held"),
            Map.entry("grantedscopes", "held"),
            Map.entry("tokenscopes", "held"));

    static final Set<String> LISTS = Set.of("required", "held");

    /** What stands in the place of a fact that a refusal does not have, if the schema requires something. */
    static final Map<String, String> NEUTRAL =
            Map.of("entity", "resource", "property", "request", "pointer", "/", "rule", "valid", "context", "request");

    static final Map<String, Object> PLAUSIBLE = Map.ofEntries(
            Map.entry("reason", "input-invalid"),
            Map.entry("detail", "A sentence that says what was wrong"),
            Map.entry("status", 400),
            Map.entry("status-phrase", "Bad Request"),
            Map.entry("path", "/accounts/1"),
            Map.entry("now", "2031-01-15T09:30:00Z"),
            Map.entry("request-id", "5f2c8a1e-3b7d-4c1a-9e64-0d2b7a915c38"),
            Map.entry("occurrence-id", "5f2c8a1e-3b7d-4c1a-9e64-0d2b7a915c38"),
            Map.entry("entity", "account"),
            Map.entry("property", "address.zip"),
            Map.entry("pointer", "/address/zip"),
            Map.entry("rule", "required"),
            Map.entry("context", "body"),
            Map.entry("required", List.of("accounts")),
            Map.entry("held", List.of("payments")));

    private ErrorMembers() {}
}
