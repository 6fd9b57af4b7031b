package org.zhengtong.services.filing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.catalogue.PlacedAddress;

/**
 * The divisions one may choose from next. An address in the own city takes one choice; one elsewhere goes over province
 * and city, each time with the page shown again.
 */
public record DivisionChoice(List<Part> parts, String chosen, String detail) {
    private static final int PROVINCE = 2;
    private static final int CITY = 4;

    /** Divisions under a heading; without one when the list is short. */
    public record Part(String heading, List<Choice> divisions) {}

    /** @param home code of the city whose divisions come first */
    static DivisionChoice of(Regions regions, String home, String answer) {
        Optional<PlacedAddress> place = PlacedAddress.parse(answer);
        String detail = place.map(PlacedAddress::detail).orElse(answer);
        String code = place.map(PlacedAddress::division).orElse(PlacedAddress.NOWHERE);
        if (code.equals(PlacedAddress.NATION)) {
            return new DivisionChoice(provinces(regions, home), "", detail);
        }
        if (code.length() == PROVINCE) {
            List<Region> cities = regions.within(code);
            return cities.size() == 1
                    ? city(regions, home, cities.getFirst().code(), "", detail)
                    : new DivisionChoice(List.of(new Part(regions.fullName(code), choices(cities))), "", detail);
        }
        return code.length() < CITY
                ? city(regions, home, home, "", detail)
                : city(regions, home, code.substring(0, CITY), code, detail);
    }

    private static DivisionChoice city(Regions regions, String home, String city, String chosen, String detail) {
        List<Part> parts = new ArrayList<>();
        for (Region county : regions.within(city)) {
            List<Choice> divisions = new ArrayList<>();
            divisions.add(new Choice(county.code(), county.name()));
            regions.within(county.code())
                    .forEach(town -> divisions.add(new Choice(town.code(), county.name() + town.name())));
            parts.add(new Part(county.name(), divisions));
        }
        return new DivisionChoice(parts.isEmpty() ? provinces(regions, home) : parts, chosen, detail);
    }

    private static List<Part> provinces(Regions regions, String home) {
        return Stream.of(
                        new Part("", choices(regions.find(home).stream().toList())),
                        new Part("", choices(regions.within(""))))
                .filter(part -> !part.divisions().isEmpty())
                .toList();
    }

    private static List<Choice> choices(List<Region> regions) {
        return regions.stream()
                .map(region -> new Choice(region.code(), region.name()))
                .toList();
    }
}
