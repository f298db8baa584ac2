package com.leecyber.support.panel;

import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a form says of files.
 *
 * @param files chosen now; a browser sends one without a name when none was
 * @param upload keys of those that it brought before
 */
record FilesForm(List<MultipartFile> files, List<String> upload) {

    List<MultipartFile> chosen() {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getOriginalFilename() != null
                                && !file.getOriginalFilename().isEmpty())
                        .toList();
    }

    List<String> kept() {
        return upload == null ? List.of() : upload;
    }
}
