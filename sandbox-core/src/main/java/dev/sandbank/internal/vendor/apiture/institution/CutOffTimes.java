package dev.sandbank.internal.vendor.apiture.institution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code getCutoffTimes}: the times of day until which payments are processed, in the requested time zone. */
final class CutOffTimes {

    private static final List<String> IN_ORDER = List.of(
            "ach",
            "sameDayAch",
            "domesticWireTransfer",
            "internationalWireTransfer",
            "internalTransfer",
            "externalTransfer",
            "billPay");
    private static final String AMERICA = "America/";
    private static final String USUAL_ZONE = "America/New_York";

    private final OperationContext context;
    private final BankCalendar calendar;

    CutOffTimes(OperationContext context, BankCalendar calendar) {
        this.context = context;
        this.calendar = calendar;
    }

    private record CutOff(String type, LocalTime time) {

        ObjectNode shown() {
            return JsonNodeFactory.instance.objectNode().put("type", type).put("time", time.toString());
        }
    }

    /** Returns what is wrong with the time zone of a call. */
    static @Nullable Finding zoneFault(Call call) {
        String asked = call.input().get("timeZoneId").asText();
        return asked.isEmpty() || ZoneId.getAvailableZoneIds().contains(asked)
                ? null
                : new Finding("There is no time zone " + asked, Map.of("property", "timeZoneId"));
    }

    /**
     * Returns the zone of the reply: the requested one, the institution's if it is in America, otherwise that of New
     * York.
     */
    String zone(Call call) {
        String own = calendar.zone().getId();
        return call.input().text("timeZoneId").orElse(own.startsWith(AMERICA) ? own : USUAL_ZONE);
    }

    /** Returns the times by kind, and within a kind by time. */
    List<ObjectNode> shown(Call call) {
        return all(call).stream()
                .sorted(Comparator.comparing((CutOff each) -> IN_ORDER.indexOf(each.type))
                        .thenComparing(CutOff::time))
                .map(CutOff::shown)
                .toList();
    }

    private List<CutOff> all(Call call) {
        List<CutOff> all = new ArrayList<>();
        ZoneId zone = ZoneId.of(zone(call));
        for (JsonNode each : calendar.of(call.resources().get(0).entry()).cutOffTimes()) {
            LocalTime time = LocalTime.parse(each.path("time").asText());
            all.add(new CutOff(each.path("type").asText(), inZone(time, zone)));
        }
        calendar.cutOff().ifPresent(time -> all.add(new CutOff("internalTransfer", inZone(time, zone))));
        return all;
    }

    /** Converts a time by today's offsets at noon; the reply does not contain the day. */
    private LocalTime inZone(LocalTime time, ZoneId zone) {
        Instant noon = calendar.dayOf(context.now().get())
                .atTime(LocalTime.NOON)
                .atZone(calendar.zone())
                .toInstant();
        ZoneOffset here = calendar.zone().getRules().getOffset(noon);
        ZoneOffset there = zone.getRules().getOffset(noon);
        return time.plusSeconds(there.getTotalSeconds() - (long) here.getTotalSeconds());
    }
}
