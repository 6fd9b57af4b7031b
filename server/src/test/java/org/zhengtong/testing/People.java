package org.zhengtong.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.HandledItems;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;

/** Makes persons and firms for tests, each with numbers nobody else has. */
public final class People {
    public static final String PASSWORD = "纸鸢-飞过-云溪-42";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A thousand people are born in one district on one day. */
    private static final List<String> DISTRICTS = List.of("110105", "110101", "110102", "110106", "110107", "110108");

    private final Identity identity;

    public People(Identity identity) {
        this.identity = identity;
    }

    public record Someone(PersonId id, IdentityNumber number, String phone, String name) {}

    /** Of age, can sign in with {@link #PASSWORD}. */
    public Someone someone(String name) {
        IdentityNumber number = number(LocalDate.of(1990, 5, 17));
        String phone = phone();
        PersonId id = identity.add(
                new NewPerson(name, number, phone, Optional.empty(), Optional.empty(), Optional.of(PASSWORD), true));
        return new Someone(id, number, phone, name);
    }

    /** A new member of the staff of a body of the city. */
    public Someone staff(Organisation organisation, String bodyName, Role... roles) {
        Someone someone = someone("周文");
        Uscc body = organisation.bodyNamed(bodyName).orElseThrow().uscc();
        organisation.appoint(someone.id(), body, "岗位", Set.of(roles));
        return someone;
    }

    /** A member of staff who handles one item of the body only. */
    public Someone staffFor(
            Staffing staffing, Organisation organisation, String bodyName, String itemName, Set<Role> roles) {
        StaffMember security = organisation
                .staff(staff(organisation, bodyName, Role.SECURITY_ADMINISTRATOR)
                        .id())
                .orElseThrow();
        Body body = organisation.bodyNamed(bodyName).orElseThrow();
        Set<String> items = staffing.itemsOf(security, body).stream()
                .filter(item -> item.name().equals(itemName))
                .map(HandledItems.HandledItem::code)
                .collect(Collectors.toSet());
        Someone someone = someone("周文");
        staffing.appoint(security, someone.id(), body.uscc(), "岗位", roles, ItemScope.chosen(items));
        return someone;
    }

    public FirmId firmOf(PersonId agent, String name) {
        return identity.add(new NewFirm(uscc(), name, "王法定", Optional.empty(), Optional.empty(), agent, true));
    }

    public static IdentityNumber number(LocalDate born) {
        int one = COUNT.incrementAndGet();
        String division = DISTRICTS.get(one / 1000 % DISTRICTS.size());
        String first17 = division + DateTimeFormatter.BASIC_ISO_DATE.format(born) + "%03d".formatted(one % 1000);
        return new IdentityNumber(first17 + IdentityNumber.check(first17));
    }

    public static String phone() {
        return "139%08d".formatted(COUNT.incrementAndGet());
    }

    public static Uscc uscc() {
        String first17 = "91330100MA%07d".formatted(COUNT.incrementAndGet());
        return new Uscc(first17 + Uscc.check(first17));
    }
}
