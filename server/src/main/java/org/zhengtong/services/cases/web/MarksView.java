package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.Mark;
import org.zhengtong.services.cases.Marking;

/**
 * A page of something handed in, with its marks.
 *
 * @param pages how many pages the file has
 * @param waiting the marks of this page, in their order
 */
public record MarksView(
        UUID caseId,
        String receiptNumber,
        String material,
        String name,
        List<StoredFile> files,
        int pages,
        Mark.Sheet sheet,
        List<Marking.Waiting> waiting,
        Optional<Problem> problem,
        MultiValueMap<String, String> typed) {
    /** The numbers of a rectangle. */
    public static final List<String> SIDES = List.of("left", "top", "width", "height");

    public String back() {
        return "/desk/cases/" + caseId;
    }

    public String path() {
        return back() + "/marks/" + material;
    }

    public String typed(String name) {
        String value = problem.isPresent() ? typed.getFirst(name) : null;
        return value == null ? "" : value;
    }
}
