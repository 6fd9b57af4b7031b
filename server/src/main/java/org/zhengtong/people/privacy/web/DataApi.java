package org.zhengtong.people.privacy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.OwnData;

/** A person's rights over what is kept of them, for programs. */
@Tag(name = "My data")
@RestController
@RequestMapping("/api/v1/me")
class DataApi {
    private final OwnData data;
    private final Choices choices;
    private final ExportWords words;

    DataApi(OwnData data, Choices choices, ExportWords words) {
        this.data = data;
        this.choices = choices;
        this.words = words;
    }

    @Operation(summary = "Everything that is kept of me")
    @GetMapping("/data")
    Taken export(SignedIn me) {
        return words.of(data.export(me));
    }

    @Operation(summary = "Who looked at my data")
    @GetMapping("/looks")
    Looks looks(SignedIn me) {
        return new Looks(data.looks(me));
    }

    @Operation(summary = "Uses of my data that I may switch off")
    @GetMapping("/uses")
    Uses uses(SignedIn me) {
        return new Uses(choices.of(me.person()));
    }

    @Operation(summary = "Allow a use of my data, or switch it off")
    @PutMapping("/uses/{purpose}")
    Uses decide(SignedIn me, @PathVariable String purpose, @RequestBody Allowed body) {
        choices.decide(me, DataPages.purpose(purpose), body.allowed());
        return uses(me);
    }

    record Looks(List<OwnData.Seen> looks) {}

    record Uses(List<Choices.Choice> uses) {}

    record Allowed(boolean allowed) {}
}
