package org.zhengtong.services.appointments.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;

/** Finds what can be booked in a hall. */
@Component
class ServedItems {
    private static final int SEARCHED = 40;
    private static final int SHOWN = 12;
    private final Catalogue catalogue;
    private final HallPlans plans;

    ServedItems(Catalogue catalogue, HallPlans plans) {
        this.catalogue = catalogue;
        this.plans = plans;
    }

    /** For a question in somebody's own words. */
    List<ServiceItem> find(String hall, String question) {
        Optional<HallPlan> plan = plans.bookable(hall);
        if (question.isBlank() || plan.isEmpty()) {
            return List.of();
        }
        return catalogue.search(question, SEARCHED).stream()
                .filter(Found.OfItem.class::isInstance)
                .map(found -> ((Found.OfItem) found).item())
                .filter(item -> item.state() == ItemState.IN_USE)
                .filter(item -> plan.get()
                        .groupFor(item.code().value(), item.bodyUscc())
                        .isPresent())
                .limit(SHOWN)
                .toList();
    }
}
