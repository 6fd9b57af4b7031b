package org.zhengtong.services.filing.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.filing.AtHand.Known;
import org.zhengtong.services.filing.AtHand.Source;
import org.zhengtong.services.filing.SharedRegister;

/** Asks the registers a form takes answers from. One that fails or is slow is left alone for a while. */
@Component
class SharedRegisters {
    private static final Logger LOG = LoggerFactory.getLogger(SharedRegisters.class);
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration REST = Duration.ofMinutes(1);

    private final List<SharedRegister> registers;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    SharedRegisters(List<SharedRegister> registers, Clock clock) {
        this.registers = registers;
        this.clock = clock;
    }

    Map<Prefill.FromRegister, Known> known(Form form, Party applicant) {
        Map<Prefill.FromRegister, Known> known = new HashMap<>();
        Map<String, Optional<Map<String, String>>> answered = new HashMap<>();
        for (Form.Field field : form.fields()) {
            if (field.prefill().orElse(null) instanceof Prefill.FromRegister wanted) {
                register(wanted.register())
                        .ifPresent(register -> answered.computeIfAbsent(register.name(), _ -> ask(register, applicant))
                                .map(attributes -> attributes.get(wanted.attribute()))
                                .filter(answer -> !answer.isBlank())
                                .ifPresent(answer -> known.put(wanted, new Known(answer, source(register)))));
            }
        }
        return known;
    }

    private static Source source(SharedRegister register) {
        return new Source.OfRegister(register.name(), register.department(), register.isDemonstration());
    }

    private Optional<SharedRegister> register(String name) {
        return registers.stream()
                .filter(register -> register.name().equals(name))
                .filter(register -> !clock.instant().isBefore(resting.getOrDefault(name, Instant.MIN)))
                .findFirst();
    }

    private Optional<Map<String, String>> ask(SharedRegister register, Party applicant) {
        Future<Map<String, String>> answer = threads.submit(() -> register.about(applicant));
        try {
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            resting.put(register.name(), clock.instant().plus(REST));
            // neither the applicant nor the answer: both are personal
            LOG.warn("The register {} does not answer and rests for {}: {}", register.name(), REST, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
