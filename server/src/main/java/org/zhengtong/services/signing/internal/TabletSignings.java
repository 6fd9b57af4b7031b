package org.zhengtong.services.signing.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.queue.Windows;
import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signing;
import org.zhengtong.services.signing.Signing.State;
import org.zhengtong.services.signing.Signings;
import org.zhengtong.services.signing.Strokes;
import org.zhengtong.services.signing.internal.SigningStore.Row;

/** Asks, is signed, keeps: each a leaf of the audit of what it is about. */
@Service
class TabletSignings implements Signings {
    /** A signature is used by the clerk who asked for it, or not at all. */
    static final Duration KEPT = Duration.ofDays(1);

    private final SigningStore store;
    private final Tablets tablets;
    private final Windows windows;
    private final FileStore files;
    private final SignedPaper printing;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TabletSignings(
            SigningStore store,
            Tablets tablets,
            Windows windows,
            FileStore files,
            SignedPaper printing,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.tablets = tablets;
        this.windows = windows;
        this.files = files;
        this.printing = printing;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public UUID ask(StaffMember clerk, Paper paper, String back) {
        Tablets.Place place = tablets.placeOf(clerk).orElseThrow(() -> new Problem(409, "signing.no-tablet"));
        UUID id = identifiers.next();
        transaction.executeWithoutResult(_ -> {
            store.lock(place);
            store.askedAt(place).ifPresent(before -> end(before, stateOfLeft(before), clerk.actor()));
            store.add(id, place, clerk.person(), paper, back, clock.instant());
            audit.append(
                    paper.subject(),
                    "signing.ask",
                    clerk.actor(),
                    Map.of(
                            "signing", id.toString(),
                            "digest", paper.digest(),
                            "hall", place.hall(),
                            "window", Integer.toString(place.window())));
        });
        return id;
    }

    private State stateOfLeft(Row before) {
        return isOver(before.signing()) ? State.OVER : State.TAKEN_BACK;
    }

    private boolean isOver(Signing one) {
        return !clock.instant().isBefore(one.askedAt().plus(LONGEST));
    }

    private void end(Row asked, State how, String actor) {
        if (store.end(asked.signing().id(), how, clock.instant())) {
            audit.append(
                    asked.signing().subject(),
                    "signing." + how.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    actor,
                    Map.of("signing", asked.signing().id().toString()));
        }
    }

    @Override
    public Signing open(StaffMember clerk, UUID id) {
        Signing one = row(clerk, id).signing();
        return one.state() == State.ASKED && isOver(one) ? over(one) : one;
    }

    private static Signing over(Signing one) {
        return new Signing(
                one.id(),
                one.subject(),
                one.window(),
                one.digest(),
                State.OVER,
                one.askedAt(),
                one.endedAt(),
                one.back(),
                one.strokes(),
                one.file());
    }

    private Row row(StaffMember clerk, UUID id) {
        return store.find(id)
                .filter(row -> row.clerk().equals(clerk.person()))
                .orElseThrow(() -> Problem.notFound("signing.unknown"));
    }

    @Override
    public void takeBack(StaffMember clerk, UUID id) {
        Row asked = row(clerk, id);
        transaction.executeWithoutResult(_ -> end(asked, State.TAKEN_BACK, clerk.actor()));
    }

    @Override
    public OnTablet onTablet(StaffMember clerk, Paper paper) {
        return new OnTablet(
                tablets.placeOf(clerk).isPresent(),
                store.signed(clerk.person(), paper, clock.instant().minus(KEPT)).map(Row::signing));
    }

    @Override
    public UUID keep(StaffMember clerk, UUID id, Paper paper, Page page) {
        Signing one = row(clerk, id).signing();
        if (!one.hasSigned(paper)) {
            throw new Problem(422, "signing.other-paper");
        }
        return one.file().orElseGet(() -> kept(clerk, one, paper, page));
    }

    private UUID kept(StaffMember clerk, Signing one, Paper paper, Page page) {
        StoredFile file =
                files.keepMade(printing.pdf(one, paper, clerk, page), paper.title() + ".pdf", "application/pdf");
        boolean first = Objects.requireNonNull(transaction.execute(_ -> {
            boolean mine = store.keep(one.id(), file.id());
            if (mine) {
                audit.append(
                        one.subject(),
                        "signing.keep",
                        clerk.actor(),
                        Map.of(
                                "signing", one.id().toString(),
                                "file", file.id().toString(),
                                "sm3", file.sm3()));
            }
            return mine;
        }));
        return first ? file.id() : row(clerk, one.id()).signing().file().orElseThrow();
    }

    @Override
    public Optional<Asked> askedAt(Tablets.Place place) {
        return current(place)
                .map(row -> new Asked(
                        row.signing().id(),
                        row.paper().orElseThrow(),
                        row.signing().askedAt().plus(LONGEST)));
    }

    /** Whoever sits at the window now shows only what they asked themselves. */
    private Optional<Row> current(Tablets.Place place) {
        return store.askedAt(place)
                .filter(row -> !isOver(row.signing()))
                .filter(row -> windows.isAt(row.clerk(), place.hall(), place.window()));
    }

    private Optional<Row> current(Tablets.Place place, UUID id) {
        return current(place).filter(row -> row.signing().id().equals(id));
    }

    @Override
    public Answer sign(Tablets.Place place, UUID id, String text) {
        Optional<Row> asked = current(place, id);
        if (asked.isEmpty()) {
            return Answer.GONE;
        }
        return Strokes.read(text)
                .map(strokes -> signed(place, asked.get().signing(), strokes))
                .orElse(Answer.NO_NAME);
    }

    private Answer signed(Tablets.Place place, Signing asked, Strokes strokes) {
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!store.sign(asked.id(), strokes, now.minus(LONGEST), now)) {
                return Answer.GONE;
            }
            audit.append(
                    asked.subject(),
                    "signing.sign",
                    actor(place),
                    Map.of("signing", asked.id().toString(), "digest", asked.digest(), "picture", strokes.digest()));
            return Answer.SIGNED;
        }));
    }

    @Override
    public void decline(Tablets.Place place, UUID id) {
        current(place, id)
                .ifPresent(asked -> transaction.executeWithoutResult(_ -> end(asked, State.DECLINED, actor(place))));
    }

    private static String actor(Tablets.Place place) {
        return "tablet:" + place.hall() + "/" + place.window();
    }

    /** Ends what nobody answered, and forgets what was used or not. */
    void pass() {
        store.askedBefore(clock.instant().minus(LONGEST))
                .forEach(id -> transaction.executeWithoutResult(
                        _ -> store.find(id).ifPresent(row -> end(row, State.OVER, "system"))));
        transaction.executeWithoutResult(_ -> store.forget(clock.instant().minus(KEPT)));
    }
}
