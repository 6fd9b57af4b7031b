package org.zhengtong.services.licences.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.Licences;

/** The types of licences for staff: what each states, how long it is good for, which item issues it, how it looks. */
@Controller
@RequestMapping("/desk/licences/types")
class LicenceTypePages {
    private final Licences licences;
    private final Catalogue catalogue;
    private final LicenceImages images;
    private final MessageSource messages;
    private final Clock clock;

    LicenceTypePages(
            Licences licences, Catalogue catalogue, LicenceImages images, MessageSource messages, Clock clock) {
        this.licences = licences;
        this.catalogue = catalogue;
        this.images = images;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        Map<String, List<ServiceItem>> issuing = catalogue.items().stream()
                .filter(item -> item.licenceType().isPresent())
                .collect(Collectors.groupingBy(item -> item.licenceType().orElseThrow()));
        model.addAttribute(
                "view",
                new TypeListView(licences.types().stream()
                        .map(type -> new TypeListView.Row(type, issuing.getOrDefault(type.title(), List.of())))
                        .toList()));
        return "services/licences/types";
    }

    @GetMapping("/{code}")
    String one(StaffMember me, @PathVariable String code, Model model) {
        LicenceType type = licences.types().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("licence-type-unknown"));
        List<ServiceItem> items = catalogue.items().stream()
                .filter(item -> item.licenceType().filter(type.title()::equals).isPresent())
                .toList();
        Licence sample = sample(type, me);
        FaceView face = new FaceView(
                sample,
                type,
                images.code(sample, Optional.empty()).address(),
                images.seal(sample).address());
        model.addAttribute("view", new TypeListView.One(new TypeListView.Row(type, items), face));
        return "services/licences/type";
    }

    /** Nobody's: every place of the template holds the name of what will stand there. */
    private Licence sample(LicenceType type, StaffMember me) {
        LocalDate today = LocalDate.now(clock);
        SortedMap<String, String> stated = new TreeMap<>();
        type.layout().forEach(attribute -> stated.put(attribute.name(), "〔" + attribute.name() + "〕"));
        String body = me.body().uscc().value();
        return new Licence(
                new UUID(0, 0),
                new LicenceIdentifier(type.code(), body, "%d0000000".formatted(today.getYear()), 1).toString(),
                say("licences.type.sample-number"),
                type.title(),
                new Party.Person(new PersonId(new UUID(0, 0))),
                say("licences.type.sample-holder"),
                body,
                me.body().name(),
                today,
                type.validUntil(today),
                LicenceState.VALID,
                1,
                stated);
    }

    private String say(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
