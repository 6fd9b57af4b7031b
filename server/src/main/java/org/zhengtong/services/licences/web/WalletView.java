package org.zhengtong.services.licences.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceEnding;
import org.zhengtong.services.licences.LicenceState;

/** The licences of a person and of the firms they act for, a group for each holder. */
public record WalletView(List<Group> groups) {

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Those whose last day is near, the nearest first. */
    public List<Card> ending() {
        return groups.stream()
                .flatMap(group -> group.cards().stream())
                .filter(Card::soonOver)
                .sorted(Comparator.comparing(card -> card.licence().validUntil().orElse(LocalDate.MAX)))
                .toList();
    }

    /** @param firm the name of the firm; empty for the person's own */
    public record Group(Optional<String> firm, List<Card> cards) {}

    /**
     * @param soonOver whether its last day is near enough to act
     * @param renewal where it is renewed
     */
    public record Card(Licence licence, boolean soonOver, Optional<String> renewal) {

        static Card of(Licence licence, LocalDate today, Optional<String> renewal) {
            boolean near = licence.isValid()
                    && licence.validUntil()
                            .filter(last -> last.isBefore(today.plusDays(LicenceEnding.DAYS_TO_ACT)))
                            .isPresent();
            return new Card(licence, near, renewal.filter(_ -> near || licence.state() == LicenceState.EXPIRED));
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
