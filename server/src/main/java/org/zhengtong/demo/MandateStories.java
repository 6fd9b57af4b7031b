package org.zhengtong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.MandateDesk;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Power;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;

/** Who acts for whom in the demo city: a family, a firm with an agent, a grandmother who entrusts a neighbour. */
final class MandateStories {
    private final Identity identity;
    private final Mandates mandates;
    private final MandateDesk desk;
    private final Catalogue catalogue;
    private final Inventions inventions;
    private final Instant now;
    private final LocalDate today;

    MandateStories(
            Identity identity,
            Mandates mandates,
            MandateDesk desk,
            Catalogue catalogue,
            Inventions inventions,
            Instant now,
            LocalDate today) {
        this.identity = identity;
        this.mandates = mandates;
        this.desk = desk;
        this.catalogue = catalogue;
        this.inventions = inventions;
        this.now = now;
        this.today = today;
    }

    void write(Population.Moved city) {
        Resident mother = city.persona("mother");
        family(mother, city.persona("clerk"));
        studio(mother);
        Resident owner = city.persona("owner");
        Resident noodles = city.persona("noodles");
        city.businessOf(owner).ifPresent(firm -> {
            UUID agency = signed(owner, noodles, Optional.of(firm.id()), "食品经营许可", Optional.of(today.plusMonths(6)));
            mandates.accept(present(noodles), agency);
        });
        signed(city.persona("retired"), noodles, Optional.empty(), "社会保障卡", Optional.of(today.plusDays(90)));
        signed(mother, owner, Optional.empty(), "居住证", Optional.of(today.plusDays(30)));
    }

    /** One child is registered, the other waits for a window to look at the household register. */
    private void family(Resident mother, Resident clerk) {
        IdentityNumber elder = inventions.number(today.minusYears(9).minusDays(40), false);
        identity.add(new NewPerson(
                "林知远", elder, mother.phone(), Optional.of(mother.address()), Optional.empty(), Optional.empty(), true));
        desk.record(
                new MandateDesk.Seen.Guardian(
                        elder.value(),
                        mother.number().value(),
                        MandateProof.HOUSEHOLD,
                        "户口簿，户号 339900018",
                        Optional.empty()),
                clerk.id(),
                "staff:" + clerk.id().value());
        IdentityNumber younger = inventions.number(today.minusYears(3).minusDays(200), true);
        mandates.askForWard(present(mother), new Mandates.Ward("林知夏", younger.value(), "户口簿，我是母亲，户号 339900018"));
    }

    /** Its legal representative has not come yet. */
    private void studio(Resident agent) {
        identity.add(new NewFirm(
                inventions.code(),
                "云溪市知夏文化传播工作室",
                "顾怀远",
                Optional.of(inventions.address()),
                Optional.of(agent.phone()),
                agent.id(),
                true));
    }

    private UUID signed(
            Resident principal, Resident agent, Optional<FirmId> firm, String matter, Optional<LocalDate> until) {
        List<String> items = catalogue.items().stream()
                .filter(item -> item.name().contains(matter))
                .limit(2)
                .map(ServiceItem::code)
                .map(code -> code.value())
                .toList();
        MandateOrder order = new MandateOrder(
                firm,
                agent.name(),
                agent.number().value(),
                items.isEmpty(),
                items,
                Set.of(Power.READ.name(), Power.FILE.name()),
                "",
                until.map(LocalDate::toString).orElse(""));
        return switch (mandates.sign(present(principal), order)) {
            case Mandates.Answer.Done(UUID id) -> id;
            case Mandates.Answer.Wrong(var wrong) -> throw new IllegalStateException("wrong mandate: " + wrong);
            case Mandates.Answer.ToSign _ -> throw new IllegalStateException("not signed");
        };
    }

    private SignedIn present(Resident someone) {
        return new SignedIn(
                new UUID(0, 0),
                someone.id(),
                someone.name(),
                Optional.empty(),
                new Proof(SignInWay.DEMONSTRATION, true, now));
    }
}
