package org.zhengtong.services.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.catalogue.ItemView;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** The screens of the kiosk. */
public final class KioskView {
    /** The answer of who does not know: it cuts nothing. */
    static final String UNSURE = "-";

    private KioskView() {}

    /** Something large to touch. */
    public record Tile(String name, String summary, String address) {
        static Tile of(ServiceItem item) {
            return new Tile(item.name(), item.summary(), "/kiosk/items/" + item.code());
        }
    }

    /** Where everybody begins. */
    public record Start(List<Tile> events) {}

    /** What can be filed at the machine. */
    public record Here(List<Tile> items) {}

    /** @param question what was searched for; empty for the items of a life event */
    public record Items(String heading, String question, List<Tile> items) {}

    /** What an item shows next. */
    public sealed interface Step {}

    /**
     * A question of the guide.
     *
     * @param number of {@code questions}, from 1
     * @param back to the question before, or to the start
     */
    public record Asked(
            ServiceItem item, Situation situation, int number, int questions, List<Tile> answers, String back)
            implements Step {}

    /**
     * The personal list.
     *
     * @param phone where it goes on with one's own phone, {@code code} the same as an image
     */
    public record Listed(ItemView list, String phone, String code, String back) implements Step {}

    static String event(String name) {
        return UriComponentsBuilder.fromPath("/kiosk/events")
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
    }

    /** The first question without an answer; when there is none, the list. */
    static Step step(ServiceItem item, Map<String, String> given, String site) {
        Map<String, String> answered = new LinkedHashMap<>();
        int number = 0;
        for (Situation situation : item.situations()) {
            number++;
            Optional<String> answer = Optional.ofNullable(given.get(situation.id()))
                    .filter(id -> id.equals(UNSURE)
                            || situation.answers().stream()
                                    .anyMatch(known -> known.id().equals(id)));
            if (answer.isEmpty()) {
                return asked(item, situation, number, answered);
            }
            answered.put(situation.id(), answer.get());
        }
        ItemView list = ItemView.of(item, answered, List.of(), List.of());
        String phone = site + address("/items/", item, list.chosen());
        return new Listed(list, phone, QrCode.of(phone).address(), back(item, answered));
    }

    private static Asked asked(ServiceItem item, Situation situation, int number, Map<String, String> answered) {
        List<Tile> answers = situation.answers().stream()
                .map(answer -> new Tile(
                        answer.text(), "", address("/kiosk/items/", item, with(answered, situation, answer.id()))))
                .toList();
        return new Asked(item, situation, number, item.situations().size(), answers, back(item, answered));
    }

    /** Where who does not know the answer goes on. */
    public static String unsure(Asked asked) {
        String first = asked.answers().getFirst().address();
        return first.substring(0, first.lastIndexOf('=') + 1) + UNSURE;
    }

    static Map<String, String> unsureOfAll(ServiceItem item) {
        return item.situations().stream().collect(Collectors.toMap(Situation::id, _ -> UNSURE));
    }

    private static String back(ServiceItem item, Map<String, String> answered) {
        if (answered.isEmpty()) {
            return event(item.lifeEvent());
        }
        Map<String, String> before = new LinkedHashMap<>(answered);
        before.remove(List.copyOf(answered.keySet()).getLast());
        return address("/kiosk/items/", item, before);
    }

    private static Map<String, String> with(Map<String, String> answered, Situation situation, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answered);
        more.put(situation.id(), answer);
        return more;
    }

    private static String address(String page, ServiceItem item, Map<String, String> answers) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(page + item.code());
        Map<String, Object> values = new LinkedHashMap<>();
        answers.forEach((situation, answer) -> {
            values.put(situation, answer);
            address.queryParam(situation, "{" + situation + "}");
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
