package org.zhengtong.people.organisation.web;

import java.util.List;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Staffing;

/** Says beside which field an appointment was refused. */
final class Refusals {
    private Refusals() {}

    static FormState form(Staffing.Refusal why) {
        return new FormState(List.of(wrong(why)));
    }

    static WrongField wrong(Staffing.Refusal why) {
        return switch (why) {
            case ONESELF -> new WrongField("account", "organisation.wrong.oneself");
            case UNKNOWN_PERSON -> new WrongField("account", "organisation.wrong.unknown-person");
            case UNKNOWN_BODY -> new WrongField("body", "organisation.wrong.unknown-body");
            case UNKNOWN_ITEM -> new WrongField("items", "organisation.wrong.unknown-item");
            case POST -> new WrongField("post", "organisation.wrong.post");
            case TWO_ADMINISTRATIONS -> new WrongField("roles", "organisation.wrong.two-administrations");
            case MEANWHILE -> new WrongField("roles", "organisation.wrong.meanwhile");
        };
    }
}
