package org.zhengtong.ground.outbox.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;

/** A handler that writes down what it is given, after doing what a test makes it do. */
final class Notebook implements EventHandler<Notebook.Note> {
    record Note(String text) {}

    final List<String> written = new CopyOnWriteArrayList<>();
    private final String name;
    private final String topic;
    private volatile BiConsumer<OutboxEvent, Note> first = (_, _) -> {};

    Notebook(String name, String topic) {
        this.name = name;
        this.topic = topic;
    }

    void first(BiConsumer<OutboxEvent, Note> action) {
        first = action;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Class<Note> payload() {
        return Note.class;
    }

    @Override
    public void handle(OutboxEvent event, Note note) {
        first.accept(event, note);
        written.add(note.text());
    }
}
