// The interface's own letters. Static files only: a variable font becomes a Type 3 font in a
// PDF, which cannot be searched.
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
