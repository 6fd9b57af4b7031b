package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.licences.HoldingImports.Fault;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.Subject;

/** Looks at one line of a file of holdings. */
@Component
class HoldingCheck {
    static final String NUMBER = "证照编号";
    static final String HOLDER = "持证主体名称";
    static final String CODE = "持证主体代码";
    static final String ISSUED = "发证日期";
    static final String UNTIL = "有效期至";
    private static final List<String> FIXED = List.of(NUMBER, HOLDER, CODE, ISSUED, UNTIL);
    private static final String LONG = "长期";
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 100;

    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "uuuuMMdd", "uuuu年M月d日")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final Identity identity;
    private final Clock clock;

    HoldingCheck(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    static List<String> headings(LicenceType type) {
        return Stream.concat(
                        FIXED.stream(),
                        type.layout().stream()
                                .map(LicenceType.PrintedAttribute::name)
                                .filter(name -> !FIXED.contains(name)))
                .toList();
    }

    /** What a line says, once nothing is wrong with it. */
    record Holding(
            String number,
            String holderName,
            String code,
            LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            SortedMap<String, String> attributes) {
        @Override
        public String toString() {
            return "Holding";
        }
    }

    /** @param holding empty when there are faults */
    record Looked(List<Fault> faults, Optional<Holding> holding, Optional<Party> holder) {}

    Looked look(HoldingFile.Row row, LicenceType type) {
        List<Fault> faults = new ArrayList<>();
        row.overlong().forEach(field -> faults.add(new Fault(row.line(), field, "too-long")));
        text(row, NUMBER, LONGEST_NUMBER, faults);
        text(row, HOLDER, LONGEST_NAME, faults);
        Optional<String> code = code(row, type, faults);
        Optional<LocalDate> issued = day(row, ISSUED, faults);
        Optional<LocalDate> until = Optional.empty();
        if (!row.cells().getOrDefault(UNTIL, "").equals(LONG)) {
            until = day(row, UNTIL, faults);
        }
        checkDays(row, issued, until, faults);
        attributes(row, type, faults);
        if (!faults.isEmpty()) {
            return new Looked(faults, Optional.empty(), Optional.empty());
        }
        Holding holding = new Holding(
                row.cells().getOrDefault(NUMBER, ""),
                row.cells().getOrDefault(HOLDER, ""),
                code.orElseThrow(),
                issued.orElseThrow(),
                until,
                stated(row, type));
        Optional<Party> holder = holder(holding, type);
        if (holder.isPresent() && !identity.nameOf(holder.get()).equals(holding.holderName())) {
            return new Looked(
                    List.of(new Fault(row.line(), HOLDER, "name-differs")), Optional.empty(), Optional.empty());
        }
        return new Looked(List.of(), Optional.of(holding), holder);
    }

    Optional<Party> holder(Holding holding, LicenceType type) {
        return switch (type.subject()) {
            case PERSON ->
                IdentityNumber.parse(holding.code())
                        .flatMap(identity::findPerson)
                        .map(Party.Person::new);
            case FIRM -> Uscc.parse(holding.code()).flatMap(identity::findFirm).map(HoldingCheck::party);
        };
    }

    private static Party party(FirmId firm) {
        return new Party.Firm(firm);
    }

    private static void text(HoldingFile.Row row, String field, int longest, List<Fault> faults) {
        String value = row.cells().getOrDefault(field, "");
        if (row.overlong().contains(field)) {
            return;
        }
        if (value.isEmpty()) {
            faults.add(new Fault(row.line(), field, "missing"));
        } else if (value.length() > longest) {
            faults.add(new Fault(row.line(), field, "too-long"));
        } else if (hasHidden(value)) {
            faults.add(new Fault(row.line(), field, "hidden"));
        }
    }

    private static boolean hasHidden(String value) {
        return value.codePoints()
                .anyMatch(one ->
                        Character.isISOControl(one) || Character.getType(one) == Character.FORMAT || one == 0xFFFD);
    }

    private static Optional<String> code(HoldingFile.Row row, LicenceType type, List<Fault> faults) {
        String value = row.cells().getOrDefault(CODE, "");
        if (value.isEmpty()) {
            faults.add(new Fault(row.line(), CODE, "missing"));
            return Optional.empty();
        }
        boolean person = type.subject() == Subject.PERSON;
        Optional<String> code = person
                ? IdentityNumber.parse(value).map(IdentityNumber::value)
                : Uscc.parse(value).map(Uscc::value);
        if (code.isEmpty()) {
            faults.add(new Fault(row.line(), CODE, person ? "no-identity-number" : "no-credit-code"));
        }
        return code;
    }

    private static Optional<LocalDate> day(HoldingFile.Row row, String field, List<Fault> faults) {
        String value = row.cells().getOrDefault(field, "");
        if (value.isEmpty()) {
            faults.add(new Fault(row.line(), field, "missing"));
            return Optional.empty();
        }
        Optional<LocalDate> day =
                DATES.stream().flatMap(format -> parsed(value, format).stream()).findFirst();
        if (day.isEmpty()) {
            faults.add(new Fault(row.line(), field, "no-day"));
        }
        return day;
    }

    private static Optional<LocalDate> parsed(String value, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(value, format));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private void checkDays(
            HoldingFile.Row row, Optional<LocalDate> issued, Optional<LocalDate> until, List<Fault> faults) {
        LocalDate today = LocalDate.now(clock);
        if (issued.filter(today::isBefore).isPresent()
                || issued.filter(day -> day.isBefore(LocalDate.of(1949, 10, 1))).isPresent()) {
            faults.add(new Fault(row.line(), ISSUED, "impossible-day"));
        }
        if (issued.isPresent() && until.filter(issued.get()::isAfter).isPresent()) {
            faults.add(new Fault(row.line(), UNTIL, "ends-before"));
        } else if (until.filter(today::isAfter).isPresent()) {
            faults.add(new Fault(row.line(), UNTIL, "over"));
        }
    }

    private static void attributes(HoldingFile.Row row, LicenceType type, List<Fault> faults) {
        for (LicenceType.PrintedAttribute attribute : type.layout()) {
            String value = row.cells().getOrDefault(attribute.name(), "");
            if (hasHidden(value)) {
                faults.add(new Fault(row.line(), attribute.name(), "hidden"));
            }
        }
    }

    private static SortedMap<String, String> stated(HoldingFile.Row row, LicenceType type) {
        SortedMap<String, String> stated = new TreeMap<>();
        Map<String, String> cells = row.cells();
        for (LicenceType.PrintedAttribute attribute : type.layout()) {
            String value = cells.getOrDefault(attribute.name(), "");
            if (!value.isEmpty()) {
                stated.put(attribute.name(), value);
            }
        }
        return stated;
    }
}
