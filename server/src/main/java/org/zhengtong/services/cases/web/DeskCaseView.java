package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.cases.DepartmentAdditions;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.cases.SystemCheck;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * @param mine whether this member of staff's roles cover the stage
 * @param head whether they decide for the body, and so may extend its time
 * @param me who reads
 * @param checks what the program has looked at by itself
 * @param additions what departments' own systems added
 * @param elsewhere entries of other bodies to which it could be handed over
 * @param others bodies that could be asked for their opinion
 * @param points what a correction notice can name
 * @param problem why the last command was not carried out
 * @param typed what was typed with it, kept
 * @param done the name of what has just been done, or empty
 */
public record DeskCaseView(
        CaseFile file,
        ServiceItem item,
        CaseReading reading,
        boolean mine,
        boolean head,
        StaffMember me,
        List<SystemCheck> checks,
        DepartmentAdditions.Additions additions,
        List<ServiceItem> elsewhere,
        List<Body> others,
        List<Point> points,
        Optional<Problem> problem,
        MultiValueMap<String, String> typed,
        String done) {

    /** Something a correction can be asked for; {@code key} is {@code MATERIAL:m1} or {@code FIELD:name}. */
    public record Point(String key, String name) {}

    public String typed(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value;
    }

    public boolean ticked(String name, String value) {
        List<String> values = typed.get(name);
        return values != null && values.contains(value);
    }

    public boolean inMyHands() {
        return file.assignee().filter(me.person()::equals).isPresent();
    }

    public boolean inOtherHands() {
        return file.assignee().isPresent() && !inMyHands();
    }

    public boolean awaitsAcceptance() {
        return file.state().awaitsAcceptance();
    }

    public boolean awaitsReview() {
        return switch (file.state()) {
            case ACCEPTED, IN_REVIEW -> true;
            default -> false;
        };
    }

    public boolean awaitsDecision() {
        return switch (file.state()) {
            case REVIEWED -> true;
            default -> false;
        };
    }

    public boolean awaitsResult() {
        return file.state() == CaseState.SUSPENDED;
    }

    /** Whether advice may be given before the filing is received. */
    public boolean precheckable() {
        return file.state() == CaseState.SUBMITTED
                && file.standing().precheckedOn().isEmpty()
                && correctable();
    }

    /** The levels of the review, and how far they are signed. */
    public List<String> levels() {
        return CaseTerms.of(item).levels();
    }

    /** Whether the review goes through several hands. */
    public boolean hasLevels() {
        return levels().size() > 1;
    }

    public boolean mayStateConflict() {
        return mine && file.state().isOpen();
    }

    public boolean maySendBack() {
        return file.state() == CaseState.REVIEWED
                || (file.state() == CaseState.IN_REVIEW
                        && !file.standing().signed().isEmpty());
    }

    public boolean mayAsk() {
        return mine && (awaitsReview() || awaitsDecision());
    }

    /** What the reader's own body was asked and has not answered. */
    public Optional<CaseStep> askedOfMe() {
        String body = me.body().uscc().value();
        boolean awaited = file.standing().opinions().stream()
                .anyMatch(one -> one.body().equals(body) && one.agrees().isEmpty());
        return file.steps().stream()
                .filter(_ -> awaited && (me.has(Role.REVIEW) || me.has(Role.DECISION)))
                .filter(step -> CaseReplay.asked(step)
                        .filter(one -> one.body().equals(body))
                        .isPresent())
                .findFirst();
    }

    public boolean mayAnnounce() {
        return (awaitsReview() || awaitsDecision()) && file.standing().planned().isEmpty();
    }

    public boolean mayExtend() {
        return head && file.standing().extension().isEmpty() && (awaitsReview() || awaitsDecision() || awaitsResult());
    }

    /** The promised materials that are still to come. */
    public List<Deferral> awaited() {
        return file.standing().awaited();
    }

    /** Whether there is a picture of the material to draw on. */
    public boolean markable(Point point) {
        return file.materials().stream()
                .anyMatch(one -> one instanceof HandedIn.Uploaded && point.key().equals("MATERIAL:" + one.material()));
    }

    /** Whether something handed in was replaced since. */
    public boolean changed() {
        return file.step(StepKind.CORRECTED).isPresent()
                || file.step(StepKind.RESUBMITTED).isPresent()
                || file.step(StepKind.SUPPLIED).isPresent();
    }

    public boolean correctable() {
        return file.standing().correctionAskedOn().isEmpty();
    }
}
