class Book:
    def __init__(self, title, pages):
        print("__init__ is called")
        self.title = title
        self.pages = pages

    def label(self):
        return f"{self.title}, {self.pages} pages"
