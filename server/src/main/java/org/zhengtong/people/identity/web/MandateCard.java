package org.zhengtong.people.identity.web;

import java.util.List;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.Mandate.Standing;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.Power;

/**
 * A mandate as pages show it.
 *
 * @param items names of those it is limited to; empty for everything
 */
public record MandateCard(Mandate mandate, String principal, String agent, List<String> items, Standing standing) {
    public MandateCard {
        items = List.copyOf(items);
    }

    public String id() {
        return mandate.id().toString();
    }

    /** In the order in which they are read. */
    public List<Power> powers() {
        return mandate.scope().powers().stream().sorted().toList();
    }

    public boolean isOpen() {
        return standing != Standing.OVER && standing != Standing.ENDED;
    }

    /** What neither side ends here: it comes from the law or from a register. */
    public boolean isByLaw() {
        return standing != Standing.ASKED
                && (mandate.kind() == MandateKind.GUARDIAN || mandate.kind() == MandateKind.LEGAL_REPRESENTATIVE);
    }

    /** The class of its tag. */
    public String tone() {
        return switch (standing) {
            case IN_FORCE -> "ok";
            case OFFERED, ASKED -> "warn";
            case NOT_YET -> "info";
            case OVER, ENDED -> "";
        };
    }

    @Override
    public String toString() {
        return "MandateCard[" + id() + "]";
    }
}
