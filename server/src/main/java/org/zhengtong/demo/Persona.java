package org.zhengtong.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.PipeTable;

/**
 * Somebody of the demo city to sign in as.
 *
 * @param key in the messages that introduce them
 * @param firm the firm they act for
 * @param post for members of staff
 */
public record Persona(
        String key,
        String name,
        LocalDate born,
        boolean woman,
        String phone,
        Optional<String> firm,
        Optional<Post> post) {

    /** What finds them again. */
    public String account() {
        return "yunxi-" + key;
    }

    /** Where a member of staff works. */
    public record Post(String department, String title, Set<Role> roles) {}

    /** In the order they are shown. */
    public static List<Persona> all() {
        List<PipeTable.Row> rows = PipeTable.read("demo/personas.psv").rows();
        return rows.stream().map(row -> of(row, rows.indexOf(row))).toList();
    }

    private static Persona of(PipeTable.Row row, int place) {
        return new Persona(
                row.get("key"),
                row.get("name"),
                LocalDate.parse(row.get("born")),
                row.yes("woman"),
                "154%08d".formatted(1 + place),
                row.optional("firm"),
                row.optional("department")
                        .map(department -> new Post(
                                department,
                                row.get("post"),
                                row.list("roles").stream().map(Role::valueOf).collect(Collectors.toSet()))));
    }
}
