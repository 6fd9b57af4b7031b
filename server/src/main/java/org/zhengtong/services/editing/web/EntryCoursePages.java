package org.zhengtong.services.editing.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;

@Controller
@RequestMapping("/desk/entries")
class EntryCoursePages extends CoursePages<EntryDraft> {
    EntryCoursePages(Editing editing) {
        super(editing, "/desk/entries", "/desk/entries/");
    }
}
