package org.zhengtong.services.systems;

import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;

/** Who acts in the department's own system, as that system names them; stands on the timeline of the case. */
public record ActingStaff(String name, String post) {
    private static final int LONGEST = 40;

    public ActingStaff {
        name = PlainText.tidy(name);
        post = PlainText.tidy(post);
        if (!isSaid(name) || !isSaid(post)) {
            throw new Problem(422, "systems.by");
        }
    }

    private static boolean isSaid(String text) {
        return !text.isEmpty() && PlainText.check("by", text, LONGEST).isEmpty();
    }

    @Override
    public String toString() {
        return name + " " + post;
    }
}
