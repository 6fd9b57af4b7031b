package org.zhengtong.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.demo.Resident.Business;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;

/** Lets people and firms move into the demo city, and puts staff to work in every body. Nobody has a password. */
final class Population {
    private static final int RESIDENTS = 760;
    private static final int BUSINESSES = 240;
    private static final Map<String, Set<Role>> POSTS = posts();

    private final Identity identity;
    private final Organisation organisation;
    private final Inventions inventions;
    private final LocalDate today;

    Population(Identity identity, Organisation organisation, Inventions inventions, LocalDate today) {
        this.identity = identity;
        this.organisation = organisation;
        this.inventions = inventions;
        this.today = today;
    }

    /**
     * Who lives in the city.
     *
     * @param personas by their key; the firm each acts for is among {@code businesses}
     */
    record Moved(Map<String, Resident> personas, List<Resident> residents, List<Business> businesses) {

        Resident persona(String key) {
            return Objects.requireNonNull(personas.get(key), key);
        }

        Optional<Business> businessOf(Resident agent) {
            return businesses.stream()
                    .filter(business -> business.agent().equals(agent))
                    .findFirst();
        }
    }

    Moved moveIn() {
        Map<String, Resident> personas = new LinkedHashMap<>();
        List<Resident> residents = new ArrayList<>();
        List<Business> businesses = new ArrayList<>();
        for (Persona persona : Persona.all()) {
            Resident resident = resident(
                    persona.name(), persona.born(), persona.woman(), persona.phone(), Optional.of(persona.account()));
            personas.put(persona.key(), resident);
            persona.firm().ifPresent(name -> businesses.add(business(name, resident, true)));
            persona.post()
                    .ifPresent(post -> organisation.appoint(resident.id(), body(post), post.title(), post.roles()));
        }
        organisation.bodies().forEach(this::staff);
        for (int i = 0; i < RESIDENTS; i++) {
            residents.add(somebody());
        }
        for (int i = 0; i < BUSINESSES; i++) {
            businesses.add(business(inventions.firm(), inventions.pick(residents), false));
        }
        return new Moved(personas, residents, businesses);
    }

    private void staff(Body body) {
        POSTS.forEach((post, roles) -> organisation.appoint(somebody().id(), body.uscc(), post, roles));
    }

    private Resident somebody() {
        boolean woman = inventions.chance(49);
        return resident(
                inventions.name(woman), inventions.birthDate(today), woman, inventions.phone(), Optional.empty());
    }

    private Resident resident(String name, LocalDate born, boolean woman, String phone, Optional<String> account) {
        IdentityNumber number = inventions.number(born, woman);
        String address = inventions.address();
        PersonId id =
                identity.add(new NewPerson(name, number, phone, Optional.of(address), account, Optional.empty(), true));
        return new Resident(id, name, number, phone, address);
    }

    /** @param represented whether the register showed that who acts for it is its legal representative */
    private Business business(String name, Resident agent, boolean represented) {
        Uscc code = inventions.code();
        String address = inventions.address();
        return new Business(
                identity.add(new NewFirm(
                        code,
                        name,
                        agent.name(),
                        Optional.of(address),
                        Optional.of(agent.phone()),
                        agent.id(),
                        represented,
                        true)),
                code,
                name,
                address,
                agent);
    }

    private static Uscc body(Persona.Post post) {
        return Objects.requireNonNull(YunxiCity.bodies().get(post.department()), post.department())
                .uscc();
    }

    private static Map<String, Set<Role>> posts() {
        Map<String, Set<Role>> posts = new LinkedHashMap<>();
        posts.put("受理岗", Set.of(Role.ACCEPTANCE));
        posts.put("审查岗", Set.of(Role.REVIEW));
        posts.put("审查科负责人", Set.of(Role.REVIEW));
        posts.put("决定岗", Set.of(Role.DECISION));
        return posts;
    }
}
