package org.zhengtong.services.systems;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.cases.CaseId;

/** 评价: evaluations handed over by departments' systems. Nothing of the case's standing or of who handled it hinders a bad one. */
public interface Evaluations {

    /**
     * An evaluation to be kept.
     *
     * @param contact which visit it is about, when a matter is rated at each; at most one is kept for each stage and visit
     */
    record Order(
            Evaluation.Stage stage,
            Evaluation.Way way,
            Evaluation.Level level,
            List<String> indicators,
            boolean given,
            String words,
            Optional<String> contact,
            Optional<Instant> ratedAt) {
        @Override
        public String toString() {
            return "Order[" + stage + "]";
        }
    }

    Evaluation keep(CallingSystem caller, ActingStaff by, CaseId id, Order order);

    /** Those of each case, the oldest first. */
    Map<UUID, List<Evaluation>> of(Collection<UUID> cases);
}
