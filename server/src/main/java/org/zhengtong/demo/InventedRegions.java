package org.zhengtong.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.catalogue.PipeTable;

/** The divisions of the country with those of the invented city among them. */
@Component
@Primary
@Profile({"demo", "test"})
class InventedRegions implements Regions {
    private static final String CITY = "3399";
    private static final int[] LEVELS = {2, 4, 6, 9};

    private final Regions real;
    private final Map<String, Region> invented = new TreeMap<>();

    InventedRegions(@Qualifier("bundledRegions") Regions real) {
        this.real = real;
        for (PipeTable.Row row : PipeTable.read("demo/divisions.psv").rows()) {
            String code = row.get("code").equals(CITY + "00") ? CITY : row.get("code");
            invented.put(code, new Region(code, row.get("name")));
        }
    }

    @Override
    public Optional<Region> find(String code) {
        if (!code.startsWith(CITY)) {
            return real.find(code);
        }
        return Arrays.stream(LEVELS)
                .filter(length ->
                        length <= code.length() && code.substring(length).matches("0*"))
                .mapToObj(length -> code.substring(0, length))
                .flatMap(filled -> Optional.ofNullable(invented.get(filled)).stream())
                .findFirst();
    }

    @Override
    public List<Region> within(String code) {
        if (code.startsWith(CITY)) {
            String whole = find(code).map(Region::code).orElse(code);
            return invented.values().stream()
                    .filter(region -> region.code().startsWith(whole) && level(region.code()) == level(whole) + 1)
                    .toList();
        }
        List<Region> there = real.within(code);
        return CITY.startsWith(code) && code.length() == LEVELS[0]
                ? Stream.concat(there.stream(), find(CITY).stream()).toList()
                : there;
    }

    @Override
    public String fullName(String code) {
        if (!code.startsWith(CITY)) {
            return real.fullName(code);
        }
        return Arrays.stream(LEVELS)
                .filter(length -> length <= code.length())
                .mapToObj(length -> code.substring(0, length))
                .flatMap(whole -> Optional.ofNullable(invented.get(whole)).stream())
                .map(Region::name)
                .collect(Collectors.joining());
    }

    private static int level(String code) {
        return code.length() == LEVELS[3] ? 3 : code.length() / 2 - 1;
    }
}
