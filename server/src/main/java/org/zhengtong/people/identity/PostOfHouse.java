package org.zhengtong.people.identity;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The post of the room of messages, which stands above this one and may be missing or not connected. */
@Component
public class PostOfHouse {
    private final ObjectProvider<PersonalPost> post;

    public PostOfHouse(ObjectProvider<PersonalPost> post) {
        this.post = post;
    }

    /** Empty when telephones can be told nothing. */
    public Optional<PersonalPost> connected() {
        return Optional.ofNullable(post.getIfAvailable()).filter(PersonalPost::isConnected);
    }

    /** Whether nothing is really sent. */
    public boolean isDemonstration() {
        return Optional.ofNullable(post.getIfAvailable())
                .filter(PersonalPost::isDemonstration)
                .isPresent();
    }
}
