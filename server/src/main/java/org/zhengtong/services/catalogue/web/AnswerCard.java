package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Answer;
import org.zhengtong.services.catalogue.Aspect;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;

/** An answer as it is shown, with where it stands. */
public record AnswerCard(Aspect aspect, ServiceItem item) {
    static AnswerCard of(Answer answer) {
        return new AnswerCard(answer.aspect(), answer.item());
    }

    /** The section of the item's page that says it. */
    public String address() {
        return "/items/" + item.code() + "#" + aspect.name().toLowerCase(Locale.ROOT);
    }

    /** What the item says, each with the element it says it in, named as in the item itself. */
    List<Told> told() {
        return switch (aspect) {
            case MATERIALS ->
                item.materials().stream()
                        .map(Material::name)
                        .map(name -> new Told("materials", name))
                        .toList();
            case TIME ->
                List.of(
                        new Told("promisedDays", String.valueOf(item.promisedDays())),
                        new Told("statutoryDays", String.valueOf(item.statutoryDays())));
            case FEE -> List.of(new Told("feeStandard", item.feeStandard().orElse("")));
            case PLACE ->
                List.of(
                        new Told("address", item.address()),
                        new Told("openingHours", item.openingHours()),
                        new Told("consultationPhone", item.consultationPhone()));
            case VISITS ->
                Stream.concat(
                                Stream.of(new Told("visits", String.valueOf(item.visits()))),
                                item.visitReason().stream().map(reason -> new Told("visitReason", reason)))
                        .toList();
        };
    }

    /** One thing an element says; a fee that is empty is none. */
    record Told(String element, String text) {}
}
