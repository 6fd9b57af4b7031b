package org.zhengtong.services.window.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.ResultDelivery;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.window.Agent;
import org.zhengtong.services.window.ResultCounter;

/** Hands over the results of all bodies whose windows stand beside the clerk's. */
@Service
class HallCounter implements ResultCounter {
    private final ResultDelivery delivery;
    private final Halls halls;
    private final Identity identity;
    private final AgentCheck agents;

    HallCounter(ResultDelivery delivery, Halls halls, Identity identity, AgentCheck agents) {
        this.delivery = delivery;
        this.halls = halls;
        this.identity = identity;
        this.agents = agents;
    }

    @Override
    public List<WaitingResult> waiting(StaffMember clerk) {
        ServedVisits.permit(clerk);
        return delivery.waiting(clerk, bodies(clerk));
    }

    @Override
    public List<WaitingResult> waitingFor(StaffMember clerk, PersonId person) {
        return waiting(clerk).stream()
                .filter(result -> result.collector().equals(person))
                .toList();
    }

    @Override
    public WaitingResult open(StaffMember clerk, CaseId id) {
        return delivery.open(id, clerk, bodies(clerk));
    }

    @Override
    public void collected(StaffMember clerk, CaseId id, OptionalLong version, String digits, Optional<UUID> signed) {
        WaitingResult result = open(clerk, id);
        boolean shown = LastFour.parse(digits)
                .filter(ends -> identity.endsWith(new Party.Person(result.collector()), ends))
                .isPresent();
        if (!shown) {
            throw new Problem(422, "window.wrong-collector");
        }
        String receiver = MaskedName.of(identity.nameOf(new Party.Person(result.collector())))
                .value();
        delivery.deliver(id, clerk, bodies(clerk), version, new Delivered.AtWindow(receiver, signed));
    }

    @Override
    public void collectedBy(StaffMember clerk, CaseId id, OptionalLong version, Agent agent, Optional<UUID> signed) {
        Delivered.ByAgent checked = agents.checked(clerk, open(clerk, id), agent, signed);
        delivery.deliver(id, clerk, bodies(clerk), version, checked);
    }

    @Override
    public void sent(StaffMember clerk, CaseId id, OptionalLong version, String carrier, String trackingNumber) {
        delivery.deliver(id, clerk, bodies(clerk), version, new Delivered.ByPost(carrier, trackingNumber));
    }

    @Override
    public void electronically(StaffMember clerk, CaseId id, OptionalLong version) {
        delivery.deliver(id, clerk, bodies(clerk), version, new Delivered.Electronically());
    }

    private Set<String> bodies(StaffMember clerk) {
        String own = clerk.body().uscc().value();
        return Stream.concat(Stream.of(own), halls.withWindowOf(own).stream().flatMap(hall -> hall.bodies().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
