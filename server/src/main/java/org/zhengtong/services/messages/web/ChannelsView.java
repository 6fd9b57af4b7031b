package org.zhengtong.services.messages.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.messages.Subscriptions.Choice;

/**
 * By which channels a person wants to be told.
 *
 * @param typed the address as typed, when it was not taken
 * @param code what a demonstration would have sent
 * @param problem key of the sentence why nothing was changed; empty otherwise
 */
public record ChannelsView(
        List<Choice> choices,
        String typed,
        Optional<String> code,
        FormState form,
        String problem,
        Optional<TryAgain> again,
        String done) {}
