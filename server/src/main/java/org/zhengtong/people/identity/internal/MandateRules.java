package org.zhengtong.people.identity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Power;
import org.zhengtong.people.identity.WrongField;

/**
 * How far and how long a mandate may reach. A person's proxy is for a time that ends, since the law asks for a period in
 * every mandate (民法典 165); a firm's agent serves until the firm says otherwise.
 */
record MandateRules(LocalDate today, int longestDays, Predicate<String> isItem) {

    /** Right, or every wrong field says what is wrong with it. */
    sealed interface Checked {
        record Right(MandateScope scope, LocalDate from, Optional<LocalDate> until) implements Checked {}

        record Wrong(List<WrongField> fields) implements Checked {}
    }

    Checked check(MandateOrder order) {
        List<WrongField> wrong = new ArrayList<>();
        Set<Power> powers = EnumSet.noneOf(Power.class);
        for (Power power : Power.values()) {
            if (order.powers().contains(power.name())) {
                powers.add(power);
            }
        }
        if (powers.isEmpty()) {
            wrong.add(new WrongField("powers", "identity.wrong.mandate-powers"));
        }
        Set<String> items = order.everything() ? Set.of() : new TreeSet<>(order.items());
        checkItems(order.everything(), items).ifPresent(wrong::add);
        Optional<LocalDate> from = order.from().isBlank() ? Optional.of(today) : TypedDay.parse(order.from());
        Optional<LocalDate> until = TypedDay.parse(order.until());
        if (from.filter(day -> !day.isBefore(today)).isEmpty()) {
            wrong.add(new WrongField("from", "identity.wrong.mandate-from"));
        } else {
            checkUntil(order, from.get(), until).ifPresent(wrong::add);
        }
        return wrong.isEmpty()
                ? new Checked.Right(new MandateScope(powers, items), from.orElseThrow(), until)
                : new Checked.Wrong(wrong);
    }

    private Optional<WrongField> checkItems(boolean everything, Set<String> items) {
        if (!everything && items.isEmpty()) {
            return Optional.of(new WrongField("items", "identity.wrong.mandate-items"));
        }
        if (items.size() > MandateScope.MOST_ITEMS) {
            return Optional.of(
                    new WrongField("items", "identity.wrong.mandate-too-many-items", MandateScope.MOST_ITEMS));
        }
        return items.stream().allMatch(isItem)
                ? Optional.empty()
                : Optional.of(new WrongField("items", "identity.wrong.mandate-unknown-item"));
    }

    private Optional<WrongField> checkUntil(MandateOrder order, LocalDate from, Optional<LocalDate> until) {
        if (until.isEmpty()) {
            boolean open = order.firm().isPresent() && order.until().isBlank();
            return open ? Optional.empty() : Optional.of(new WrongField("until", "identity.wrong.mandate-until"));
        }
        if (until.get().isBefore(from)) {
            return Optional.of(new WrongField("until", "identity.wrong.mandate-until-before"));
        }
        return order.firm().isEmpty() && until.get().isAfter(from.plusDays(longestDays))
                ? Optional.of(new WrongField("until", "identity.wrong.mandate-too-long", longestDays))
                : Optional.empty();
    }
}
