package org.zhengtong.people.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.Registration;
import org.zhengtong.people.identity.WrongFields;

/** Registration for programs. */
@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/persons")
class PersonsApi {
    private final Accounts accounts;
    private final WrongFields wrongFields;
    private final Landing landing;

    PersonsApi(Accounts accounts, WrongFields wrongFields, Landing landing) {
        this.accounts = accounts;
        this.wrongFields = wrongFields;
        this.landing = landing;
    }

    @Operation(summary = "Register with one's real name")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(
            @RequestBody NewAccount body, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return switch (accounts.register(body.registration(), request.getRemoteAddr())) {
            case Accounts.Answer.Done(var person) -> new Registered(person.value());
            case Accounts.Answer.Wrong(var fields) -> throw wrongFields.problem(fields, locale);
            case Accounts.Answer.Unreachable _ -> throw new Problem(503, "real-name-unreachable");
            case Accounts.Answer.TooMany(Instant again) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(again));
                throw new Problem(429, "too-many-registrations", Landing.clockTime(again));
            }
        };
    }

    /** @param agreed whether the person agreed to how their data is used */
    record NewAccount(
            @Nullable String name,
            @Nullable String number,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String password,
            boolean agreed) {
        Registration registration() {
            String chosen = orEmpty(password);
            return new Registration(
                    orEmpty(name), orEmpty(number), orEmpty(phone), orEmpty(address), chosen, chosen, agreed);
        }

        private static String orEmpty(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        @Override
        public String toString() {
            return "NewAccount";
        }
    }

    record Registered(UUID person) {}
}
