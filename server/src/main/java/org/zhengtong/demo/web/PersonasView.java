package org.zhengtong.demo.web;

import java.util.List;
import org.zhengtong.demo.Persona;

/** The personas, by what they are there for. */
public record PersonasView(List<Persona> citizens, List<Persona> officials, List<Persona> administrators) {

    static PersonasView of(List<Persona> personas) {
        return new PersonasView(
                personas.stream().filter(persona -> persona.post().isEmpty()).toList(),
                personas.stream()
                        .filter(persona -> persona.post().isPresent() && !administers(persona))
                        .toList(),
                personas.stream().filter(PersonasView::administers).toList());
    }

    private static boolean administers(Persona persona) {
        return persona.post()
                .filter(post -> post.roles().stream().anyMatch(role -> switch (role) {
                    case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> true;
                    case ACCEPTANCE, REVIEW, DECISION, CATALOGUE, SUPERVISION -> false;
                }))
                .isPresent();
    }
}
