package org.zhengtong.services.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/** Suspending an item and taking it up again, for the programs of staff. */
@Tag(name = "Catalogue")
@RestController
class CatalogueStateApi {
    private final Catalogue catalogue;

    CatalogueStateApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param wanted {@code IN_USE} or {@code SUSPENDED} */
    @Operation(summary = "Suspend an item or put it in use again")
    @PostMapping("/api/v1/catalogue/items/{code}/state")
    State setState(StaffMember staff, @PathVariable String code, @RequestBody State wanted) {
        ItemCode item = CatalogueDesk.ItemStates.item(code);
        catalogue.setState(item, CatalogueDesk.ItemStates.state(wanted.state()), staff);
        return catalogue
                .item(item)
                .map(ServiceItem::state)
                .map(state -> new State(state.name()))
                .orElseThrow(() -> Problem.notFound("unknown-item"));
    }

    record State(String state) {}
}
