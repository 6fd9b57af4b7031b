package org.zhengtong.people.identity.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonalPost;
import org.zhengtong.people.identity.PostOfHouse;
import org.zhengtong.people.identity.RecoveryStep;
import org.zhengtong.people.identity.RecoveryStep.What;

/** Tells people of a recovery: after its step is committed, and after its page has answered, whoever the account is. */
@Component
class RecoveryNews implements EventHandler<RecoveryStep> {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final RecoveryStore store;
    private final PostOfHouse post;
    private final MessageSource words;

    RecoveryNews(RecoveryStore store, PostOfHouse post, MessageSource words) {
        this.store = store;
        this.post = post;
        this.words = words;
    }

    @Override
    public String name() {
        return "identity.recovery-news";
    }

    @Override
    public String topic() {
        return RecoveryStep.TOPIC;
    }

    @Override
    public Class<RecoveryStep> payload() {
        return RecoveryStep.class;
    }

    @Override
    public void handle(OutboxEvent event, RecoveryStep step) {
        Optional<RecoveryStore.Row> row = store.find(step.recovery());
        row.flatMap(RecoveryStore.Row::person)
                .ifPresent(person ->
                        post.connected().ifPresent(present -> tell(present, person, row.orElseThrow(), step.what())));
    }

    private void tell(PersonalPost present, PersonId person, RecoveryStore.Row row, What what) {
        String subject = say(row, "identity.news." + what + ".subject");
        if (what == What.CODE) {
            present.toTelephone(person, subject, say(row, "identity.news.CODE.text", row.code()));
        } else {
            String due = row.due().map(RecoveryNews::exactly).orElse("");
            present.everywhere(person, subject, say(row, "identity.news." + what + ".text", due));
        }
    }

    private static String exactly(Instant due) {
        return EXACT.format(due.atZone(Page.ZONE));
    }

    private String say(RecoveryStore.Row row, String key, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, row.language()));
    }
}
