package org.zhengtong.services.licences.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.Licences;

/** The wallet of a person, and each licence in it. */
@Controller
@RequestMapping("/my/licences")
class LicencePages {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Licences licences;
    private final LicenceCopies copies;
    private final LicenceImages images;
    private final LicenceFiles files;
    private final LicenceReaders readers;
    private final Renewals renewals;
    private final Clock clock;

    LicencePages(
            Licences licences,
            LicenceCopies copies,
            LicenceImages images,
            LicenceFiles files,
            LicenceReaders readers,
            Renewals renewals,
            Clock clock) {
        this.licences = licences;
        this.copies = copies;
        this.images = images;
        this.files = files;
        this.readers = readers;
        this.renewals = renewals;
        this.clock = clock;
    }

    @GetMapping
    String wallet(SignedIn me, Model model) {
        LocalDate today = LocalDate.now(clock);
        Map<Party, List<Licence>> held = licences.heldBy(me).stream()
                .collect(Collectors.groupingBy(Licence::holder, LinkedHashMap::new, Collectors.toList()));
        List<WalletView.Group> groups = held.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), today))
                .sorted((one, other) ->
                        Boolean.compare(one.firm().isPresent(), other.firm().isPresent()))
                .toList();
        model.addAttribute("view", new WalletView(groups));
        return "services/licences/wallet";
    }

    private WalletView.Group group(Party holder, List<Licence> held, LocalDate today) {
        Optional<String> firm = switch (holder) {
            case Party.Person _ -> Optional.empty();
            case Party.Firm _ -> Optional.of(held.getFirst().holderName());
        };
        return new WalletView.Group(
                firm,
                held.stream()
                        .map(licence -> WalletView.Card.of(licence, today, renewals.of(licence)))
                        .toList());
    }

    @GetMapping("/{id}")
    String licence(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            SignedIn me,
            Locale locale,
            Model model) {
        Licence licence = own(id, me);
        String page = "/my/licences/" + id;
        FaceView face = new FaceView(licence, licences.type(licence.type()), page + "/code.svg", page + "/seal.svg");
        model.addAttribute(
                "view",
                new LicenceView(
                        face,
                        readers.history(licences.versions(id).orElse(List.of()), me.actor(), locale),
                        readers.named(licences.readings(id), me, locale),
                        copies.of(me, id),
                        images.verifyAddress(licence),
                        renewals.of(licence),
                        done.matches("revoked") ? "licences.copy.done." + done : ""));
        return "services/licences/licence";
    }

    @GetMapping("/{id}/pdf")
    ResponseEntity<Resource> pdf(@PathVariable UUID id, SignedIn me) {
        return files.pdf(own(id, me));
    }

    @GetMapping("/{id}/ofd")
    ResponseEntity<Resource> ofd(@PathVariable UUID id, SignedIn me) {
        return files.ofd(own(id, me));
    }

    @GetMapping("/{id}/seal.svg")
    ResponseEntity<String> seal(@PathVariable UUID id, SignedIn me) {
        return picture(images.seal(own(id, me)).svg());
    }

    @GetMapping("/{id}/code.svg")
    ResponseEntity<String> code(@PathVariable UUID id, SignedIn me) {
        return picture(code(own(id, me)).svg());
    }

    @GetMapping("/{id}/code.png")
    ResponseEntity<byte[]> codeAsPng(@PathVariable UUID id, SignedIn me) {
        Drawing code = code(own(id, me));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(code.png(QrCode.pixels(code)));
    }

    private Drawing code(Licence licence) {
        return images.code(licence, licences.code(licence));
    }

    private static ResponseEntity<String> picture(String svg) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(svg);
    }

    private Licence own(UUID id, SignedIn me) {
        return licences.find(id, me).orElseThrow(() -> Problem.notFound("licence-unknown"));
    }
}
