package org.zhengtong.services.editing.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.services.editing.BundleDraft;
import org.zhengtong.services.editing.BundleEditing;

@Controller
@RequestMapping("/desk/bundles/drafts")
class BundleCoursePages extends CoursePages<BundleDraft> {
    BundleCoursePages(BundleEditing editing) {
        super(editing, "/desk/bundles", "/desk/bundles/drafts/");
    }
}
