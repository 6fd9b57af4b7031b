package org.zhengtong.ground.regions.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;

/** All divisions in two arrays sorted by code, so that forty thousand of them cost few megabytes and no start-up time. */
@Component
class BundledRegions implements Regions {
    /** Lines of the table that stand for a level somebody left out. */
    private static final Set<String> UNSPOKEN = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private static final int[] LEVELS = {2, 4, 6, 9};

    private final String[] codes;
    private final String[] names;

    BundledRegions() {
        List<String> lines = lines();
        codes = new String[lines.size()];
        names = new String[lines.size()];
        for (int i = 0; i < codes.length; i++) {
            String line = lines.get(i);
            int comma = line.indexOf(',');
            codes[i] = line.substring(0, comma);
            names[i] = line.substring(comma + 1);
        }
    }

    @Override
    public Optional<Region> find(String code) {
        if (!code.matches("[0-9]{2,12}")) {
            return Optional.empty();
        }
        for (int length : new int[] {code.length(), 9, 6, 4, 2}) {
            if (length <= code.length() && code.substring(length).matches("0*")) {
                int place = Arrays.binarySearch(codes, code.substring(0, length));
                if (place >= 0) {
                    return Optional.of(region(place));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Region> within(String code) {
        Optional<Region> whole = find(code);
        if (whole.isEmpty() && !code.isEmpty()) {
            return List.of();
        }
        String prefix = whole.map(Region::code).orElse("");
        int level = Arrays.stream(LEVELS)
                .filter(one -> one > prefix.length())
                .findFirst()
                .orElse(0);
        int first = Arrays.binarySearch(codes, prefix);
        List<Region> parts = new ArrayList<>();
        for (int i = first < 0 ? -first - 1 : first; i < codes.length && codes[i].startsWith(prefix); i++) {
            if (codes[i].length() == level) {
                parts.add(region(i));
            }
        }
        return parts;
    }

    @Override
    public String fullName(String code) {
        StringBuilder name = new StringBuilder();
        String last = "";
        for (int level : LEVELS) {
            if (code.length() >= level) {
                int place = Arrays.binarySearch(codes, code.substring(0, level));
                if (place >= 0 && !UNSPOKEN.contains(names[place]) && !names[place].equals(last)) {
                    last = names[place];
                    name.append(last);
                }
            }
        }
        return name.toString();
    }

    private Region region(int place) {
        return new Region(codes[place], names[place]);
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("ground/regions/divisions.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
