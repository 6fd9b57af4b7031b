package org.zhengtong.services.filing.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.PlacedAddress;
import org.zhengtong.services.catalogue.ServiceItem;

/** Gives a question what its kind needs beyond the form: the divisions to choose from, the file handed in. */
@Component
class FieldViews {
    private static final int CITY_BEGINS = 2;
    private static final int CITY_ENDS = 6;

    private final Regions regions;
    private final FileStore files;

    FieldViews(Regions regions, FileStore files) {
        this.regions = regions;
        this.files = files;
    }

    FieldView complete(FieldView field, ServiceItem item) {
        return switch (field.kind()) {
            case DIVISION_ADDRESS ->
                field.with(Optional.of(DivisionChoice.of(regions, city(item), field.value())), Optional.empty());
            case FILE -> field.with(Optional.empty(), file(field.value()));
            default -> field;
        };
    }

    /** An answer as people read it. */
    String text(Kind kind, String answer) {
        return switch (kind) {
            case DIVISION_ADDRESS ->
                PlacedAddress.parse(answer).map(place -> place.text(regions)).orElse(answer);
            case FILE -> file(answer).map(StoredFile::name).orElse(answer);
            default -> answer;
        };
    }

    Optional<StoredFile> file(String answer) {
        try {
            return answer.isEmpty() ? Optional.empty() : files.find(UUID.fromString(answer));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The city of the body one files with; its code stands in the body's own (GB 32100, digits 3 to 8). */
    private static String city(ServiceItem item) {
        return item.bodyUscc().substring(CITY_BEGINS, CITY_ENDS);
    }
}
