package org.zhengtong.people.organisation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.DeadLetter;
import org.zhengtong.ground.outbox.DeadLetters;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Operations;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

@Service
class SystemDesk implements Operations {
    private static final String PHONE = "\\+?[0-9][0-9 -]{1,18}[0-9]";

    private final Organisation organisation;
    private final DeadLetters deadLetters;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SystemDesk(Organisation organisation, DeadLetters deadLetters, AuditLog audit, TransactionTemplate transaction) {
        this.organisation = organisation;
        this.deadLetters = deadLetters;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Body> bodies(StaffMember by) {
        requireDuty(by);
        return organisation.bodies();
    }

    @Override
    public List<WrongField> change(StaffMember by, Uscc uscc, Contact typed) {
        requireDuty(by);
        Body body = organisation.body(uscc).orElseThrow(() -> Problem.notFound("unknown-body"));
        Contact tidy = new Contact(
                PlainText.tidy(typed.address()),
                PlainText.tidy(typed.openingHours()),
                PlainText.tidy(typed.consultationPhone()),
                PlainText.tidy(typed.complaintPhone()));
        List<WrongField> wrong = check(tidy);
        if (wrong.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                organisation.put(new Body(
                        body.uscc(),
                        body.name(),
                        body.division(),
                        tidy.address(),
                        tidy.openingHours(),
                        tidy.consultationPhone(),
                        tidy.complaintPhone()));
                audit.append(
                        subject(uscc),
                        "organisation.change-body",
                        by.actor(),
                        Map.of(
                                "body", uscc.value(),
                                "address", tidy.address(),
                                "openingHours", tidy.openingHours(),
                                "consultationPhone", tidy.consultationPhone(),
                                "complaintPhone", tidy.complaintPhone()));
            });
        }
        return wrong;
    }

    @Override
    public List<DeadLetter> deadLetters(StaffMember by, long after, int most) {
        requireDuty(by);
        return deadLetters.list(after, most);
    }

    @Override
    public long deadLetterCount(StaffMember by) {
        requireDuty(by);
        return deadLetters.count();
    }

    @Override
    public boolean retry(StaffMember by, String handler, long sequence) {
        requireDuty(by);
        return transaction.execute(status -> {
            boolean done = deadLetters.retry(handler, sequence);
            if (done) {
                audit.append(
                        by.person().value(),
                        "organisation.retry-dead-letter",
                        by.actor(),
                        Map.of("handler", handler, "sequence", Long.toString(sequence)));
            }
            return done;
        });
    }

    private static List<WrongField> check(Contact contact) {
        List<WrongField> wrong = new ArrayList<>();
        text(wrong, "address", contact.address(), 120);
        text(wrong, "openingHours", contact.openingHours(), 120);
        phone(wrong, "consultationPhone", contact.consultationPhone());
        phone(wrong, "complaintPhone", contact.complaintPhone());
        if (wrong.isEmpty() && digits(contact.consultationPhone()).equals(digits(contact.complaintPhone()))) {
            wrong.add(new WrongField("complaintPhone", "organisation.wrong.same-phone"));
        }
        return wrong;
    }

    private static void text(List<WrongField> wrong, String field, String text, int most) {
        PlainText.checkRequired(field, text, most, "organisation.wrong.empty").ifPresent(wrong::add);
    }

    private static void phone(List<WrongField> wrong, String field, String phone) {
        if (!phone.matches(PHONE)) {
            wrong.add(new WrongField(field, "organisation.wrong.phone"));
        }
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    /** Bodies are named by a code; their chain in the audit log is named by an identifier made of it. */
    static UUID subject(Uscc uscc) {
        return UUID.nameUUIDFromBytes(uscc.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
    }
}
