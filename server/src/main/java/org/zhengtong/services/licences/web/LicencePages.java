package org.zhengtong.services.licences.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** The wallet of a person, and each licence in it. */
@Controller
class LicencePages {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Licences licences;
    private final LicenceImages images;
    private final LicencePaper paper;
    private final LicenceReaders readers;
    private final Clock clock;

    LicencePages(Licences licences, LicenceImages images, LicencePaper paper, LicenceReaders readers, Clock clock) {
        this.licences = licences;
        this.images = images;
        this.paper = paper;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/my/licences")
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

    private static WalletView.Group group(Party holder, List<Licence> held, LocalDate today) {
        Optional<String> firm = switch (holder) {
            case Party.Person _ -> Optional.empty();
            case Party.Firm _ -> Optional.of(held.getFirst().holderName());
        };
        return new WalletView.Group(
                firm,
                held.stream().map(licence -> WalletView.Card.of(licence, today)).toList());
    }

    @GetMapping("/my/licences/{id}")
    String licence(@PathVariable UUID id, SignedIn me, Locale locale, Model model) {
        Licence licence = own(id, me);
        model.addAttribute(
                "view",
                new LicenceView(
                        licence,
                        PrintedLine.of(licence, licences.type(licence.type())),
                        readers.named(licences.readings(id), me, locale),
                        images.verifyAddress(licence)));
        return "services/licences/licence";
    }

    @GetMapping("/my/licences/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, SignedIn me) {
        Licence licence = own(id, me);
        return document(licence, paper.pdf(licence, licences.type(licence.type())));
    }

    @GetMapping("/my/licences/{id}/seal.svg")
    ResponseEntity<String> seal(@PathVariable UUID id, SignedIn me) {
        return picture(images.seal(own(id, me)).svg());
    }

    @GetMapping("/my/licences/{id}/code.svg")
    ResponseEntity<String> code(@PathVariable UUID id, SignedIn me) {
        return picture(images.code(own(id, me)).svg());
    }

    @GetMapping("/my/licences/{id}/code.png")
    ResponseEntity<byte[]> codeAsPng(@PathVariable UUID id, SignedIn me) {
        Drawing code = images.code(own(id, me));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(code.png(QrCode.pixels(code)));
    }

    static ResponseEntity<byte[]> document(Licence licence, byte[] pdf) {
        ContentDisposition name = ContentDisposition.inline()
                .filename(licence.type() + " " + licence.number() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
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
