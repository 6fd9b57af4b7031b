package org.zhengtong.services.filing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.filing.Questions.field;
import static org.zhengtong.services.filing.Questions.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.filing.AtHand.Known;
import org.zhengtong.services.filing.AtHand.Source;
import org.zhengtong.services.filing.SharedRegister;

class SharedRegistersTest {
    private static final Prefill.FromRegister UNIT = new Prefill.FromRegister("参保登记", "参保单位");
    private static final Party SOMEBODY = new Party.Person(new PersonId(new UUID(0, 1)));

    private final Form form = form(
            field("unit").from(UNIT).build(),
            field("other").from(new Prefill.FromRegister("没有这个登记", "名称")).build());
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void what_a_register_shares_stands_in_the_field_with_its_source() {
        SharedRegisters registers = registers(() -> Map.of("参保单位", "云溪市禾木餐饮有限公司"));

        assertThat(registers.known(form, SOMEBODY))
                .containsExactly(Map.entry(UNIT, new Known("云溪市禾木餐饮有限公司", new Source.OfRegister("参保登记", "人社局", true))));
    }

    @Test
    void a_register_that_fails_is_passed_over_and_left_alone_for_a_while() {
        SharedRegisters registers = registers(() -> {
            throw new IllegalStateException("down");
        });

        assertThat(registers.known(form, SOMEBODY)).isEmpty();
        assertThat(registers.known(form, SOMEBODY)).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_register_that_never_answers_does_not_hold_the_form_up() {
        CountDownLatch never = new CountDownLatch(1);
        SharedRegisters registers = registers(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Map.of("参保单位", "太迟");
        });

        assertThat(registers.known(form, SOMEBODY)).isEmpty();
    }

    private SharedRegisters registers(Supplier<Map<String, String>> answer) {
        return new SharedRegisters(
                List.of(new SharedRegister() {
                    @Override
                    public String name() {
                        return "参保登记";
                    }

                    @Override
                    public String department() {
                        return "人社局";
                    }

                    @Override
                    public boolean isDemonstration() {
                        return true;
                    }

                    @Override
                    public Map<String, String> about(Party applicant) {
                        asked.incrementAndGet();
                        return answer.get();
                    }
                }),
                clock);
    }
}
