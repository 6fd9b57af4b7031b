package org.zhengtong.people.organisation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Absence;
import org.zhengtong.people.organisation.Absences;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

@Service
class KeptAbsences implements Absences {
    private static final Set<Role> HANDED_ON = EnumSet.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    private static final int LONGEST_DAYS = 366;

    private final StaffStore store;
    private final Organisation organisation;
    private final Identity identity;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptAbsences(
            StaffStore store,
            Organisation organisation,
            Identity identity,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.organisation = organisation;
        this.identity = identity;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Absence> of(StaffMember member) {
        return store.away(member.person())
                .filter(away -> !away.until().isBefore(today()))
                .map(away -> new Absence(
                        away.deputy(), identity.nameOf(new Party.Person(away.deputy())), away.from(), away.until()));
    }

    @Override
    public List<StaffMember> deputies(StaffMember member) {
        return organisation.staffOf(member.body().uscc()).stream()
                .filter(colleague -> !colleague.person().equals(member.person()))
                .filter(colleague -> colleague.roles().stream().anyMatch(HANDED_ON::contains))
                .toList();
    }

    @Override
    public void arrange(StaffMember member, PersonId deputy, LocalDate from, LocalDate until) {
        if (deputies(member).stream().noneMatch(colleague -> colleague.person().equals(deputy))) {
            throw new Problem(422, "absence-deputy");
        }
        if (until.isBefore(from) || until.isBefore(today()) || until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw new Problem(422, "absence-days");
        }
        transaction.executeWithoutResult(_ -> {
            store.putAway(member.person(), new StaffStore.Away(deputy, from, until));
            audit.append(
                    member.person().value(),
                    "organisation.absence",
                    member.actor(),
                    Map.of("deputy", deputy.value().toString(), "from", from.toString(), "until", until.toString()));
        });
    }

    @Override
    public void end(StaffMember member) {
        transaction.executeWithoutResult(_ -> {
            if (store.isBack(member.person())) {
                audit.append(member.person().value(), "organisation.absence-ended", member.actor(), Map.of());
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Page.ZONE));
    }
}
