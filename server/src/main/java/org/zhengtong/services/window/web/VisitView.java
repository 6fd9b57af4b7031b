package org.zhengtong.services.window.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.WindowFiling.Attended;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visit.Standing;

/**
 * A visit as far as it is.
 *
 * @param hints who it may be, masked
 * @param person who it is, once that is certain
 * @param attended what is filled in or filed in this visit
 * @param own what the person has begun at home
 * @param awaited what their cases wait for
 * @param handedIn what was handed in for them in this visit
 * @param results what they may take along
 */
public record VisitView(
        Visit visit,
        Standing standing,
        VisitForms forms,
        List<Card> hints,
        Optional<Card> person,
        List<Other> others,
        List<MatterView> attended,
        List<Drafts.Open> own,
        List<AwaitedView> awaited,
        List<HandedInView> handedIn,
        List<WaitingResult> results,
        List<ItemChoice> items,
        List<Body> bodies) {

    /** A person as the clerk may see them now. */
    public record Card(String name, String number, String phone, RealName level) {}

    /**
     * Whom the person acts for: a firm, or another person, such as a child.
     *
     * @param uscc of a firm
     */
    public record Other(Party party, String name, String uscc) {
        public String id() {
            return party.id().toString();
        }

        public boolean isPerson() {
            return party instanceof Party.Person;
        }
    }

    /**
     * An item or one thing, and for whom of those present it can be filed.
     *
     * @param oneThing whether it is one thing (一件事)
     * @param forPerson whether for the person themselves
     * @param others those for whom the person may file it
     */
    public record ItemChoice(
            boolean oneThing,
            String code,
            String name,
            String bodyName,
            int promisedDays,
            boolean forPerson,
            List<Other> others) {}

    static VisitView of(Visit visit, Standing standing, VisitForms forms) {
        return new VisitView(
                visit,
                standing,
                forms,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    VisitView withHints(List<Card> cards) {
        return new VisitView(
                visit, standing, forms, cards, person, others, attended, own, awaited, handedIn, results, items,
                bodies);
    }

    VisitView withPerson(Card card, List<Other> choices) {
        return new VisitView(
                visit,
                standing,
                forms,
                hints,
                Optional.of(card),
                choices,
                attended,
                own,
                awaited,
                handedIn,
                results,
                items,
                bodies);
    }

    VisitView withMatters(List<MatterView> here, List<Drafts.Open> begun, List<WaitingResult> waiting) {
        return new VisitView(
                visit, standing, forms, hints, person, others, here, begun, awaited, handedIn, waiting, items, bodies);
    }

    VisitView withSupplements(List<AwaitedView> waiting, List<HandedInView> done) {
        return new VisitView(
                visit, standing, forms, hints, person, others, attended, own, waiting, done, results, items, bodies);
    }

    VisitView withChoices(List<ItemChoice> choices, List<Body> elsewhere) {
        return new VisitView(
                visit, standing, forms, hints, person, others, attended, own, awaited, handedIn, results, choices,
                elsewhere);
    }

    public String path() {
        return "/desk/window/visits/" + visit.id();
    }

    public List<Other> firms() {
        return others.stream().filter(other -> !other.isPerson()).toList();
    }

    /** Those that can be handed over. */
    public List<Attended> unfiled() {
        return attended.stream()
                .map(MatterView::draft)
                .filter(one -> one.filed().isEmpty())
                .toList();
    }

    /** What the clerk types to make sure who it is. */
    public boolean asksDigits() {
        return standing == Standing.FOUND && visit.way() != Visit.Way.NUMBER;
    }
}
