comment on column files.file.name is 'sealed as files.file.name:{id}';
