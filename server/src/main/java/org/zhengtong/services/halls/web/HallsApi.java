package org.zhengtong.services.halls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** The halls for programs. */
@Tag(name = "Halls")
@RestController
@RequestMapping("/api/v1/halls")
class HallsApi {
    private final Halls halls;

    HallsApi(Halls halls) {
        this.halls = halls;
    }

    @Operation(summary = "All halls")
    @GetMapping
    Listing halls() {
        return new Listing(halls.halls());
    }

    @Operation(summary = "A hall with its windows and hours")
    @GetMapping("/{id}")
    Hall hall(@PathVariable String id) {
        return halls.hall(id).orElseThrow(() -> Problem.notFound("unknown-hall"));
    }

    record Listing(List<Hall> halls) {}
}
