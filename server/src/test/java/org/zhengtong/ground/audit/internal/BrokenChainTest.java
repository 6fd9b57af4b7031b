package org.zhengtong.ground.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.BrokenLeaf.Fault;
import org.zhengtong.ground.audit.Leaf;

/** What somebody who owns the database bends in a chain. */
class BrokenChainTest {
    private final AuditHouse house = new AuditHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_changed_leaf_is_found_even_when_the_guards_were_taken_away() {
        for (String change : List.of(
                "actor = 'person:other'",
                "action = 'cases.refuse'",
                "at = at + interval '1 second'",
                "facts = '{\"item\":\"A-2\"}'",
                "facts = '{\"item\":{\"nested\":\"A-1\"}}'",
                "facts = '[]'",
                "digest = previous")) {
            UUID subject = chainOfThree();

            house.tamper(
                    "update audit.leaf set " + change + " where subject_sequence = 2 and subject = '" + subject + "'");

            assertThat(house.trail.verify(subject)).as(change).contains(new BrokenLeaf(subject, 2, Fault.CHANGED));
        }
    }

    @Test
    void a_leaf_taken_out_of_the_middle_or_the_beginning_is_missed() {
        UUID middle = chainOfThree();
        UUID beginning = chainOfThree();

        house.tamper("delete from audit.leaf where subject_sequence = 2 and subject = '" + middle + "'");
        house.tamper("delete from audit.leaf where subject_sequence = 1 and subject = '" + beginning + "'");

        assertThat(house.trail.verify(middle)).contains(new BrokenLeaf(middle, 3, Fault.MISSING));
        assertThat(house.trail.verify(beginning)).contains(new BrokenLeaf(beginning, 2, Fault.MISSING));
    }

    @Test
    void leaves_of_two_subjects_cannot_be_exchanged() {
        UUID one = chainOfThree();
        UUID other = chainOfThree();

        house.tamper("delete from audit.leaf where subject_sequence = 2 and subject = '" + one + "'");
        house.tamper("update audit.leaf set subject = '" + one + "' where subject_sequence = 2 and subject = '" + other
                + "'");

        assertThat(house.trail.verify(one)).contains(new BrokenLeaf(one, 2, Fault.CHANGED));
    }

    @Test
    void a_rewritten_leaf_no_longer_fits_the_next_one() {
        UUID one = chainOfThree();
        UUID same = UUID.randomUUID();
        append(same, "cases.file", Map.of("item", "another"));
        List<Leaf> leaves = house.trail.find(AuditQuestion.about(one, 10));
        String rewritten = HexFormat.of().formatHex(ChainForTest.digest(leaves.getLast(), "person:other"));

        house.tamper("update audit.leaf set actor = 'person:other', digest = decode('" + rewritten
                + "', 'hex') where subject_sequence = 1 and subject = '" + one + "'");

        assertThat(house.trail.verify(one)).contains(new BrokenLeaf(one, 2, Fault.NOT_CHAINED));
    }

    @Test
    void the_check_of_everything_finds_the_first_broken_leaf_of_all() {
        chainOfThree();
        UUID broken = chainOfThree();

        assertThat(house.trail.verifyAll()).isEmpty();
        house.tamper("update audit.leaf set actor = 'person:other' where subject_sequence = 3 and subject = '" + broken
                + "'");

        assertThat(house.trail.verifyAll()).contains(new BrokenLeaf(broken, 3, Fault.CHANGED));
    }

    private UUID chainOfThree() {
        UUID subject = UUID.randomUUID();
        append(subject, "cases.file", Map.of("item", "A-1"));
        append(subject, "cases.accept", Map.of("item", "A-1"));
        append(subject, "cases.grant", Map.of("item", "A-1"));
        return subject;
    }

    private void append(UUID subject, String action, Map<String, String> facts) {
        house.transaction.executeWithoutResult(_ -> house.log.append(subject, action, "person:someone", facts));
    }
}
