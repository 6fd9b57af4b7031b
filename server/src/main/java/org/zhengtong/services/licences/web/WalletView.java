package org.zhengtong.services.licences.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceState;

/** The licences of a person and of the firms they act for, a group for each holder. */
public record WalletView(List<Group> groups) {

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** @param firm the name of the firm; empty for the person's own */
    public record Group(Optional<String> firm, List<Card> cards) {}

    /** @param soonOver whether its last day is near enough to act */
    public record Card(Licence licence, boolean soonOver) {
        private static final int DAYS_TO_ACT = 60;

        static Card of(Licence licence, LocalDate today) {
            boolean near = licence.isValid()
                    && licence.validUntil()
                            .filter(last -> last.isBefore(today.plusDays(DAYS_TO_ACT)))
                            .isPresent();
            return new Card(licence, near);
        }

        public String tone() {
            return soonOver ? "warn" : LicenceTone.of(licence.state());
        }

        public String state() {
            return soonOver ? "licences.state.soon-over" : LicenceTone.key(licence.state());
        }

        public boolean over() {
            return licence.state() == LicenceState.EXPIRED;
        }

        public boolean ended() {
            return licence.state() != LicenceState.VALID;
        }
    }
}
