package org.zhengtong.people.organisation;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;

/**
 * Who goes on when a body is dissolved. Naming it is the system administrator's: what takes a {@link StaffMember} refuses
 * everybody else with a {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface Successions {

    /** As typed. */
    record Named(String successor, String from, String document, String reason) {
        public static final Named NOTHING = new Named("", "", "", "");
    }

    /** Of all bodies that are dissolved, or will be, in the order of their days. */
    List<Succession> all();

    Optional<Succession> of(StaffMember by, Uscc body);

    /** Who can be named: bodies that are not dissolved themselves. */
    List<Body> candidates(StaffMember by, Uscc body);

    Estate estate(StaffMember by, Uscc body);

    /**
     * @return what is wrong with it; nothing was written unless this is empty
     * @throws org.zhengtong.ground.web.Problem 404 when there is no such body, 409 when its successor is named already
     */
    List<WrongField> name(StaffMember by, Uscc body, Named typed);

    /** @throws org.zhengtong.ground.web.Problem 409 when the day has come: cases have gone over */
    void takeBack(StaffMember by, Uscc body);
}
