package org.zhengtong.people.privacy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongFields;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.DataRequest;
import org.zhengtong.people.privacy.DataRequests;
import org.zhengtong.people.privacy.OwnData;

/** A person's rights over what is kept of them, for programs. */
@Tag(name = "My data")
@RestController
@RequestMapping("/api/v1/me")
class DataApi {
    private final OwnData data;
    private final Choices choices;
    private final DataRequests requests;
    private final WrongFields wrongFields;
    private final ExportWords words;

    DataApi(OwnData data, Choices choices, DataRequests requests, WrongFields wrongFields, ExportWords words) {
        this.data = data;
        this.choices = choices;
        this.requests = requests;
        this.wrongFields = wrongFields;
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

    @Operation(summary = "What I asked to have corrected or deleted, and the answers")
    @GetMapping("/requests")
    Requests requests(SignedIn me) {
        return new Requests(requests.of(me).stream().map(Request::of).toList());
    }

    @Operation(summary = "Ask to have something corrected or deleted")
    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    Made make(SignedIn me, @RequestBody NewRequest body, Locale locale) {
        return switch (requests.make(me, body.wish())) {
            case DataRequests.Answer.Made(UUID id) -> new Made(id);
            case DataRequests.Answer.Wrong(var fields) -> throw wrongFields.problem(fields, locale);
        };
    }

    @Operation(summary = "Withdraw what I asked for")
    @DeleteMapping("/requests/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(SignedIn me, @PathVariable UUID id) {
        requests.withdraw(me, id);
    }

    /**
     * @param kind {@code CORRECTION} or {@code DELETION}
     * @param about the part of my data, as {@code sections} of {@code /api/v1/me/data} name them
     */
    record NewRequest(
            @Nullable String kind,
            @Nullable String about,
            @Nullable String text) {
        DataRequests.Wish wish() {
            return new DataRequests.Wish(
                    Objects.requireNonNullElse(kind, ""),
                    Objects.requireNonNullElse(about, ""),
                    Objects.requireNonNullElse(text, ""));
        }

        @Override
        public String toString() {
            return "NewRequest";
        }
    }

    record Made(UUID request) {}

    record Requests(List<Request> requests) {}

    /** @param answer what was done, or why it was refused; absent while it is open */
    record Request(
            UUID id,
            DataRequest.Kind kind,
            String about,
            String text,
            Instant made,
            LocalDate due,
            DataRequest.State state,
            @Nullable String answer) {
        static Request of(DataRequest one) {
            return new Request(
                    one.id(),
                    one.kind(),
                    one.about(),
                    one.wish(),
                    one.made(),
                    one.due(),
                    one.state(),
                    one.answer().map(DataRequest.Answer::text).orElse(null));
        }

        @Override
        public String toString() {
            return "Request[" + id + "]";
        }
    }

    record Looks(List<OwnData.Seen> looks) {}

    record Uses(List<Choices.Choice> uses) {}

    record Allowed(boolean allowed) {}
}
