package org.zhengtong.services.licences.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.Face;
import org.zhengtong.services.licences.LicenceType.NumberRule;
import org.zhengtong.services.licences.LicenceType.PrintedAttribute;
import org.zhengtong.services.licences.LicenceType.Subject;

/**
 * The type table, {@code services/licences/licence-types.psv}. Types with a published national code keep it; the others
 * carry a code of the city's own catalogue. A row's code never changes and never moves to another type.
 */
@Component
class LicenceTypes {
    private static final String TABLE = "/services/licences/licence-types.psv";

    private final Map<String, LicenceType> types = new LinkedHashMap<>();

    LicenceTypes() {
        lines().stream().skip(1).map(LicenceTypes::type).forEach(type -> types.put(type.title(), type));
    }

    LicenceType of(String title) {
        return Optional.ofNullable(types.get(title))
                .orElseThrow(() -> new IllegalArgumentException("no licence type " + title));
    }

    List<LicenceType> all() {
        return List.copyOf(types.values());
    }

    private static LicenceType type(String line) {
        String[] columns = line.split("\\|", -1);
        return new LicenceType(
                columns[0],
                columns[1],
                Subject.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                validity(columns[3]),
                numbering(columns[4]),
                Arrays.stream(columns[5].split(";", -1))
                        .map(name -> name.endsWith("*")
                                ? new PrintedAttribute(name.substring(0, name.length() - 1), true)
                                : new PrintedAttribute(name, false))
                        .toList(),
                Face.valueOf(columns[6].toUpperCase(Locale.ROOT)));
    }

    private static Optional<Period> validity(String rule) {
        return rule.equals("long") ? Optional.empty() : Optional.of(Period.parse("P" + rule.toUpperCase(Locale.ROOT)));
    }

    private static NumberRule numbering(String rule) {
        String[] parts = rule.split(":", -1);
        return switch (parts[0]) {
            case "uscc" -> new NumberRule.CreditCode();
            case "document" -> new NumberRule.Document(parts[1]);
            case "given" -> new NumberRule.Given(parts[1], parts[2]);
            default -> new NumberRule.Registration(parts[0]);
        };
    }

    private static List<String> lines() {
        try (InputStream table = LicenceTypes.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException(TABLE + " is not in the program");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
