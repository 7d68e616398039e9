package dev.sandbank.internal.vendor.apiture.institution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code getTransferDateRestrictions}: the days on which no transfer can be made, and why. */
final class DateRestrictions {

    private static final int MOST = 500;
    private static final int LONGEST = 4;
    private static final int YEARS_KNOWN = 2;
    private static final int LAST_DAY = 31;

    private final OperationContext context;
    private final BankCalendar calendar;

    DateRestrictions(OperationContext context, BankCalendar calendar) {
        this.context = context;
        this.calendar = calendar;
    }

    /** Returns the calendar of the institution that a call asks about. */
    private BankCalendar own(Call call) {
        return calendar.of(call.resources().get(0).entry());
    }

    private LocalDate today() {
        return calendar.dayOf(context.now().get());
    }

    private LocalDate start(Call call) {
        return call.input().text("startsOn").map(LocalDate::parse).orElseGet(this::today);
    }

    private LocalDate end(Call call) {
        return call.input()
                .text("endsOn")
                .map(LocalDate::parse)
                .orElseGet(() -> start(call).plusYears(1));
    }

    /** Returns what is wrong with a range that begins in the past, or does not end after its start. */
    @Nullable
    Finding range(Call call) {
        LocalDate start = start(call);
        return start.isBefore(today()) || !end(call).isAfter(start)
                ? new Finding(
                        "The range must begin today, " + today() + ", or later, and end after it begins; it is from "
                                + start + " to " + end(call),
                        Map.of())
                : null;
    }

    /** Returns what is wrong with a range that is too long. */
    @Nullable
    Finding span(Call call) {
        return end(call).isAfter(start(call).plusYears(LONGEST))
                ? new Finding("The range has more than " + LONGEST + " years", Map.of())
                : null;
    }

    /** Returns what is wrong with a key that is bound to other institutions. */
    @Nullable
    Finding otherInstitution(Call call) {
        String institution = call.resources().get(0).entry().id();
        JsonNode bound = context.store()
                .entries()
                .find(Directory.CLIENTS, call.grant().client())
                .map(key -> key.document().path("institutions"))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
        boolean open = bound.isEmpty()
                || bound.valueStream().anyMatch(id -> id.asText().equals(institution));
        return open ? null : new Finding("The API key is not valid for the institution " + institution, Map.of());
    }

    /** Returns the day up to which holidays are known. */
    String accuracyEndsOn(Call call) {
        LocalDate usual = LocalDate.of(today().getYear() + YEARS_KNOWN, Month.DECEMBER, LAST_DAY);
        return call.resources().get(0).entry().document().path("accuracyEndsOn").asText(usual.toString());
    }

    /** Returns one restriction for each day, with its first reason. */
    List<ObjectNode> dates(Call call) {
        Set<LocalDate> risky = risky(call);
        List<ObjectNode> dates = new ArrayList<>();
        LocalDate end = end(call);
        for (LocalDate day = start(call); !day.isAfter(end) && dates.size() < MOST; day = day.plusDays(1)) {
            Optional<String> reason = reason(call, day, risky);
            if (reason.isPresent()) {
                dates.add(shown(call, day, reason.get()));
            }
        }
        return dates;
    }

    private Optional<String> reason(Call call, LocalDate day, Set<LocalDate> risky) {
        BankCalendar own = own(call);
        if (day.equals(today()) && isPastCutOff(call)) {
            return Optional.of("pastCutoffTime");
        }
        if (risky.contains(day)) {
            return Optional.of("riskRestricted");
        }
        if (own.isHoliday(day)) {
            return Optional.of("holiday");
        }
        return own.closure(day).or(() -> own.isOpen(day) ? Optional.empty() : Optional.of("closure"));
    }

    private boolean isPastCutOff(Call call) {
        Instant now = context.now().get();
        String type = type(call);
        String sameDay = risk(call).equals("sameDay") ? "sameDayAch" : "ach";
        Optional<LocalTime> cutOff = switch (type) {
            case "internal" -> calendar.cutOff();
            case "ach", "achDebit", "achCredit" -> own(call).latest(sameDay);
            default -> own(call).latest(type);
        };
        return cutOff.map(time -> today().atTime(time).atZone(calendar.zone()).toInstant())
                .filter(moment -> !now.isBefore(moment))
                .isPresent();
    }

    /** Returns the first business days, for which a debit would not clear in time. */
    private Set<LocalDate> risky(Call call) {
        Set<LocalDate> risky = new HashSet<>();
        if (creditsOutside(call)) {
            LocalDate day = own(call).openOnOrAfter(isPastCutOff(call) ? today().plusDays(1) : today());
            for (int days = lead(call); days > 0; days--) {
                risky.add(day);
                day = own(call).openDaysAfter(day, 1);
            }
        }
        return risky;
    }

    /** Returns how many business days the debit comes before the credit. */
    private int lead(Call call) {
        return context.settings().tree("restrictionLeadDays").path(risk(call)).asInt();
    }

    private ObjectNode shown(Call call, LocalDate day, String reason) {
        ObjectNode shown = JsonNodeFactory.instance
                .objectNode()
                .put("occursOn", day.toString())
                .put("reason", reason);
        boolean closed = reason.equals("holiday") || reason.equals("closure");
        if (closed && creditsOutside(call)) {
            shown.put(
                    "debitOn",
                    own(call).openDaysBefore(day, Math.max(1, lead(call))).toString());
        }
        if (closed && (type(call).equals("achDebit") || type(call).equals("ach"))) {
            shown.put("creditOn", own(call).openOnOrAfter(day).toString());
        }
        return shown;
    }

    private static boolean creditsOutside(Call call) {
        return type(call).equals("achCredit") || type(call).equals("ach");
    }

    private static String type(Call call) {
        return call.input().get("type").asText();
    }

    private static String risk(Call call) {
        return call.input().get("risk").asText();
    }
}
