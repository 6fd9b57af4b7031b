package org.zhengtong.services.catalogue.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;

/** Where bodies are. */
@Component
class Places {
    private final Organisation organisation;
    private final Regions regions;

    Places(Organisation organisation, Regions regions) {
        this.organisation = organisation;
        this.regions = regions;
    }

    /** The code of the division a body serves. */
    Optional<String> division(String uscc) {
        return Uscc.parse(uscc)
                .flatMap(organisation::body)
                .map(Body::division)
                .filter(code -> name(code).isPresent());
    }

    /** The name of a body. */
    Optional<String> body(String uscc) {
        return Uscc.parse(uscc).flatMap(organisation::body).map(Body::name);
    }

    /** The name of a division; one that no list has is not shown as a place. */
    Optional<String> name(String division) {
        return regions.find(division).map(Region::name);
    }
}
